// Entry `@np6/api-mock/jest`, for Jest and other runners with the same globals.
import { useMockWith } from "./runners/use-mock-with.ts";
import type { Mock } from "./session/start-mock.ts";
import type { SessionOptions } from "./session/start-session.ts";

type Hook = (work: () => Promise<void>, timeout?: number) => void;

/** Longer than Jest's limit of 5 seconds for a hook: on a busy machine, Prism may take longer. In milliseconds. */
const startTimeout = 60_000;

function hook(name: string): Hook {
  const value: unknown = Reflect.get(globalThis, name);
  if (typeof value === "function") return value as Hook;
  throw new Error(
    `useMock() needs the global ${name}: call it in a test file, and leave Jest's injectGlobals on.`,
  );
}

/**
 * Gives each test of a file its own session of the NP6 mock; call it once, at the top. Concurrent tests of one file
 * (`test.concurrent`) create their own sessions by `mock.session()`.
 *
 * @example
 * const mock = useMock();
 * test("a conflict is told", async () => {
 *   mock.scenario("conflict-empty");
 *   await expect(mock.client().duplicateWorkflow({ path: { id: 42 } })).rejects.toMatchObject({ status: 409 });
 * });
 *
 * @returns the session of the running test
 * @throws Error without these globals
 */
export function useMock(options: SessionOptions = {}): Mock {
  const [beforeEach, afterEach, afterAll] = [hook("beforeEach"), hook("afterEach"), hook("afterAll")];
  const beforeAll = (work: () => Promise<void>): void => hook("beforeAll")(work, startTimeout);
  return useMockWith({ beforeAll, beforeEach, afterEach, afterAll }, options);
}
