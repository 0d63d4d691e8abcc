import { once } from "node:events";
import { createServer, type IncomingMessage, request as sendRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A request and its response, as they were sent. */
export interface Exchange {
  readonly request: WireMessage & { readonly method: string; readonly path: string };
  readonly response: WireMessage & { readonly status: number };
}

/** Headers (names in lower case) and body of a message. */
export interface WireMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A proxy that records messages. */
export interface RecordingProxy {
  readonly url: string;
  /** All exchanges so far, in the order of the responses. */
  readonly exchanges: readonly Exchange[];
  readonly close: () => Promise<void>;
}

/**
 * Records every exchange between client and mock. So it also sees what the platform's fetch adds or changes after the
 * client has passed the request on.
 * @param target - base URL of the server behind the proxy
 */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const exchanges: Exchange[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { method = "", url: path = "", headers } = incoming;
    const body = await buffer(incoming);
    const forwarded = sendRequest(new URL(path, target), { method, headers });
    forwarded.on("error", () => outgoing.destroy());
    forwarded.on("response", async (answer: IncomingMessage) => {
      const answerBody = await buffer(answer);
      const status = answer.statusCode ?? 0;
      exchanges.push({
        request: { method, path, headers: headersOf(incoming), body: body.toString() },
        response: { status, headers: headersOf(answer), body: answerBody.toString() },
      });
      outgoing.writeHead(status, answer.rawHeaders).end(answerBody);
    });
    forwarded.end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    exchanges,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function headersOf(message: IncomingMessage): Record<string, string> {
  const entries = Object.entries(message.headersDistinct).map(([name, values]) => [
    name,
    (values ?? []).join(", "),
  ]);
  return Object.fromEntries(entries);
}
