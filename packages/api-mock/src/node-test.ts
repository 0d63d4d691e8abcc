// Entry `@np6/api-mock/node-test`, for Node's own test runner.
import { after, afterEach, before, beforeEach } from "node:test";
import { useMockWith } from "./runners/use-mock-with.ts";
import type { Mock } from "./session/start-mock.ts";
import type { SessionOptions } from "./session/start-session.ts";

/**
 * Gives each test of a file its own session of the NP6 mock; call it once, at the top. Concurrent tests of one file
 * create their own sessions by `mock.session()`.
 *
 * @example
 * const mock = useMock();
 * test("a conflict is told", async () => {
 *   mock.scenario("conflict-empty");
 *   await assert.rejects(mock.client().duplicateWorkflow({ path: { id: 42 } }), { status: 409 });
 * });
 *
 * @returns the session of the running test
 */
export function useMock(options: SessionOptions = {}): Mock {
  return useMockWith({ beforeAll: before, beforeEach, afterEach, afterAll: after }, options);
}
