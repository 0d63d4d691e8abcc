// Entry `@np6/api-mock/jest`, for Jest and other runners with these globals.
import { useMockWith } from "./runners/use-mock-with.ts";
import type { Mock } from "./session/start-mock.ts";
import type { SessionOptions } from "./session/start-session.ts";

type Hook = (work: () => Promise<void>, timeout?: number) => void;

/** Prism is ready in about a second; a busy machine takes longer than the 5 seconds that Jest gives a hook. In milliseconds. */
const startTimeout = 60_000;

function hook(name: string): Hook {
  const found: unknown = Reflect.get(globalThis, name);
  if (typeof found === "function") return found as Hook;
  throw new Error(
    `useMock() needs the global ${name}: call it in a test file, and leave Jest's injectGlobals on.`,
  );
}

/**
 * Gives each test of a file its own session of the NP6 mock; call it once, at the top. Tests that run at the same time in one
 * file (`test.concurrent`) take one each with `mock.session()`.
 *
 * @example
 * const mock = useMock();
 * test("a conflict is told", async () => {
 *   mock.scenario("conflict-empty");
 *   await expect(mock.client().duplicateWorkflow({ path: { id: 42 } })).rejects.toMatchObject({ status: 409 });
 * });
 *
 * @returns the session of the test that runs
 * @throws Error where there are no such globals
 */
export function useMock(options: SessionOptions = {}): Mock {
  const [beforeEach, afterEach, afterAll] = [hook("beforeEach"), hook("afterEach"), hook("afterAll")];
  const beforeAll = (work: () => Promise<void>): void => hook("beforeAll")(work, startTimeout);
  return useMockWith({ beforeAll, beforeEach, afterEach, afterAll }, options);
}
