import { type ClientOptions, createClient, type Np6Client } from "@np6/api-client";
import { readBundledDocument } from "../api/read-bundled-document.ts";
import { attachEngine, startEngine } from "../engine/engine.ts";
import { prismUrlVariable } from "../engine/prism-url-variable.ts";
import { checkPort } from "../wire/check-port.ts";
import { extendObject } from "./extend-object.ts";
import { mockOn } from "./start-mock-of.ts";
import type { MockSession, SessionOptions } from "./start-session.ts";

/** Address and behaviour of a mock. */
export interface MockOptions extends SessionOptions {
  /** 0 to 65535; default: 0, which selects a free port. */
  readonly port?: number;
  /** Default: 127.0.0.1, which only this machine can reach. */
  readonly host?: string;
}

/** A session of the NP6 mock. */
export interface Session extends MockSession {
  /**
   * Makes a client that calls this session.
   *
   * @param options options of `createClient`; by default, the key is arbitrary and the address is the session's
   */
  client(options?: Partial<ClientOptions>): Np6Client;
}

/** A running mock of the NP6 API: a session, and more on request. */
export interface Mock extends Session {
  /**
   * Starts a further session: a new address, with its own requests and scenarios, which no other session sees. It takes
   * milliseconds, and ends with the mock at the latest.
   */
  session(options?: SessionOptions): Promise<Session>;
}

function withClient<Base extends MockSession>(session: Base): Base & Session {
  const client = (options: Partial<ClientOptions> = {}): Np6Client =>
    createClient({ apiKey: "any-key-of-the-mock", baseUrl: session.url, ...options } as ClientOptions<[]>);
  return extendObject(session, { client }) as Base & Session;
}

/**
 * Starts a mock of the NP6 API on this machine. It checks every request against the OpenAPI document and answers with
 * the document's examples, in the vendor's real media types.
 *
 * It starts its own Prism, unless `@np6/api-mock/vitest-setup` started one for all test files.
 *
 * @example
 * const mock = await startMock();
 * const np6 = mock.client();
 * // …
 * await mock.close();
 *
 * @returns when it listens; about 1 second later
 * @throws TypeError for an invalid port, or an unknown scenario
 * @throws Error when it cannot listen there or Prism does not start; nothing is left running
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  // Field by field, so that consumers cannot pass the internal option `onExchange`.
  const {
    port = 0,
    host = "127.0.0.1",
    scenarios = [],
    seed,
    stateful = false,
    cors = false,
    ownOnly = false,
    replay,
    basePath,
  } = options;
  checkPort(port);
  const document = await readBundledDocument();
  const prismUrl = process.env[prismUrlVariable];
  const engine =
    prismUrl === undefined ? await startEngine(document, scenarios) : attachEngine(document, prismUrl);
  const mock = await mockOn(engine, {
    port,
    host,
    scenarios,
    stateful,
    cors,
    ownOnly,
    ...(seed === undefined ? {} : { seed }),
    ...(replay === undefined ? {} : { replay }),
    ...(basePath === undefined ? {} : { basePath }),
  });
  const session = async (sessionOptions?: SessionOptions): Promise<Session> =>
    withClient(await mock.session(sessionOptions));
  return withClient(extendObject(mock, { session }));
}
