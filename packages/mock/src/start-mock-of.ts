import { once } from "node:events";
import type { JsonObject } from "@np6/openapi-document";
import { checkPort } from "./check-port.ts";
import { createFrontEnd } from "./create-front-end.ts";
import { deriveMockDocument } from "./derive-mock-document.ts";
import type { Exchange } from "./exchange.ts";
import { listen } from "./listen.ts";
import { readSpecification } from "./read-specification.ts";
import { refuseLookAlikes } from "./refuse-look-alikes.ts";
import { startPrism } from "./start-prism.ts";

/** Where a mock listens. */
export interface MockOptions {
  /** 0 to 65535; 0, the default, takes a free one. */
  readonly port?: number;
  /** Default 127.0.0.1, which only this machine can reach. */
  readonly host?: string;
}

/** A running mock. */
export interface Mock {
  /** Base URL to call it by, without a slash at the end, such as `http://127.0.0.1:40123`. */
  readonly url: string;
  /**
   * Ends the mock and resolves when its connections, its Prism process and its files are gone. Requests under way are
   * cut. May be called more than once.
   */
  close(): Promise<void>;
}

/** Options for callers inside this package. */
export interface InternalMockOptions extends MockOptions {
  /** Told once for each request. */
  readonly onExchange?: (exchange: Exchange) => void;
}

/**
 * Starts a mock of any API.
 *
 * @param document bundled OpenAPI 3.0 or 3.1 document
 * @throws Error when the document, the port or the host cannot be used, or Prism does not start; nothing is left running then
 */
export async function startMockOf(document: JsonObject, options: InternalMockOptions = {}): Promise<Mock> {
  const { port = 0, host = "127.0.0.1", onExchange = () => {} } = options;
  checkPort(port);
  const specification = readSpecification(document);
  refuseLookAlikes(document, specification);
  const prism = await startPrism(deriveMockDocument(document, specification.disguised));
  const { server, disconnect } = createFrontEnd(specification, prism, onExchange);

  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
    disconnect();
    await prism.stop();
  };
  try {
    const url = await listen(server, port, host);
    return {
      url,
      close: () => {
        closing ??= close();
        return closing;
      },
    };
  } catch (error) {
    disconnect();
    await prism.stop();
    throw error;
  }
}
