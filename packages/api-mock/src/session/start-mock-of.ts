import type { JsonObject } from "@np6/openapi-document";
import { type Engine, startEngine } from "../engine/engine.ts";
import { checkPort } from "../wire/check-port.ts";
import { extendObject } from "./extend-object.ts";
import {
  type InternalSessionOptions,
  type MockSession,
  type SessionOptions,
  startSession,
} from "./start-session.ts";

/** A running mock of any API: a session, and more on request. */
export interface ApiMock extends MockSession {
  /** Starts a further session: a new address, with its own requests and scenarios. The mock's end also ends it. */
  session(options?: SessionOptions): Promise<MockSession>;
}

/**
 * Starts a mock of any API.
 *
 * @param document bundled OpenAPI 3.0 or 3.1 document
 * @throws Error when the document, the port, the host or a scenario cannot be used, or Prism does not start; nothing is
 *   left running
 */
export async function startMockOf(
  document: JsonObject,
  options: InternalSessionOptions = {},
): Promise<ApiMock> {
  checkPort(options.port ?? 0);
  return mockOn(await startEngine(document, options.scenarios), options);
}

/** Makes a mock on an engine, and ends the engine with it. */
export async function mockOn(engine: Engine, options: InternalSessionOptions = {}): Promise<ApiMock> {
  const sessions = new Set<MockSession>();
  const start = async (sessionOptions: InternalSessionOptions): Promise<MockSession> => {
    const session = await startSession(engine, sessionOptions);
    const close = async (): Promise<void> => {
      await session.close();
      sessions.delete(session);
    };
    sessions.add(session);
    return extendObject(session, { close });
  };
  let closing: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    await Promise.all([...sessions].map((session) => session.close()));
    await engine.stop();
  };
  const close = (): Promise<void> => {
    closing ??= closeAll();
    return closing;
  };
  try {
    const first = await start(options);
    return extendObject(first, {
      close,
      session: (sessionOptions: SessionOptions = {}) => start(sessionOptions),
    });
  } catch (error) {
    await engine.stop();
    throw error;
  }
}
