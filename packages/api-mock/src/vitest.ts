// Entry `@np6/api-mock/vitest`: a `test` with the mock as a fixture.
import { type TestAPI, test as vitestTest } from "vitest";
import { type Mock, type Session, startMock } from "./session/start-mock.ts";
import type { SessionOptions } from "./session/start-session.ts";

/** Fixtures of `test`. */
export interface MockFixtures {
  /** A session of the mock for this test alone, also when tests run at the same time. */
  readonly mock: Session;
  /** Behaviour of the sessions; change it with `test.extend({ mockOptions: { stateful: true } })`. */
  readonly mockOptions: SessionOptions;
  /** The mock of the test file's sessions. */
  readonly fileMock: Mock;
}

/**
 * Vitest's `test`, with a mock for each test.
 *
 * @example
 * test("a conflict is told", async ({ mock }) => {
 *   mock.scenario("conflict-empty");
 *   await expect(mock.client().duplicateWorkflow({ path: { id: 42 } })).rejects.toMatchObject({ status: 409 });
 * });
 */
export const test: TestAPI<MockFixtures> = vitestTest.extend<MockFixtures>({
  mockOptions: {},
  fileMock: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
    async ({}, use) => {
      const mock = await startMock();
      await use(mock);
      await mock.close();
    },
    { scope: "file" },
  ],
  mock: async ({ fileMock, mockOptions }, use) => {
    const session = await fileMock.session(mockOptions);
    await use(session);
    await session.close();
  },
});
