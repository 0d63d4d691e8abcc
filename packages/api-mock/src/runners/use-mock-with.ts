import { type Mock, type Session, startMock } from "../session/start-mock.ts";
import type { SessionOptions } from "../session/start-session.ts";

/** Hooks of a test runner. */
export interface RunnerHooks {
  readonly beforeAll: (work: () => Promise<void>) => void;
  readonly beforeEach: (work: () => Promise<void>) => void;
  readonly afterEach: (work: () => Promise<void>) => void;
  readonly afterAll: (work: () => Promise<void>) => void;
}

/**
 * Starts one mock for a test file and a new session for each test, by the hooks of a test runner.
 *
 * @returns the session of the running test; its members throw outside of a test
 */
export function useMockWith(hooks: RunnerHooks, options: SessionOptions): Mock {
  let mock: Mock | undefined;
  let session: Session | undefined;
  const started = <Value>(value: Value | undefined): Value => {
    if (value !== undefined) return value;
    throw new Error(
      "The mock runs only inside tests and their beforeEach: use the result of useMock() there.",
    );
  };
  hooks.beforeAll(async () => {
    mock = await startMock();
  });
  hooks.beforeEach(async () => {
    session = await started(mock).session(options);
  });
  hooks.afterEach(async () => {
    await session?.close();
    session = undefined;
  });
  hooks.afterAll(async () => {
    await mock?.close();
    mock = undefined;
  });
  return {
    get url() {
      return started(session).url;
    },
    get requests() {
      return started(session).requests;
    },
    get requestCount() {
      return started(session).requestCount;
    },
    get executions() {
      return started(session).executions;
    },
    get scenarios() {
      return started(session).scenarios;
    },
    client: (clientOptions) => started(session).client(clientOptions),
    session: (sessionOptions = options) => started(mock).session(sessionOptions),
    answer: (definition) => started(session).answer(definition),
    scenario: (name, scenarioOptions) => started(session).scenario(name, scenarioOptions),
    endScenario: (name) => started(session).endScenario(name),
    reset: () => started(session).reset(),
    close: () => started(session).close(),
  };
}
