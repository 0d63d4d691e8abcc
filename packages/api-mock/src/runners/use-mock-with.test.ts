import { expect, test } from "vitest";
import { useMock } from "../jest.ts";
import { useMockWith } from "./use-mock-with.ts";

// examples/tests use it with each runner; `pnpm check packages` runs them.

test("outside of a test it says where it can be used", () => {
  const never = (): void => {};
  const mock = useMockWith({ beforeAll: never, beforeEach: never, afterEach: never, afterAll: never }, {});
  expect(() => mock.url).toThrow("The mock runs only inside tests and their beforeEach");
  expect(() => mock.client()).toThrow("useMock()");
});

test("without a runner's globals it says which one is missing", () => {
  expect(() => useMock()).toThrow("useMock() needs the global beforeEach");
});

test("each test has its own session, on one mock", async () => {
  const hooks: Record<string, () => Promise<void>> = {};
  const keep = (name: string) => (work: () => Promise<void>) => {
    hooks[name] = work;
  };
  const [beforeAll, beforeEach] = [keep("beforeAll"), keep("beforeEach")];
  const [afterEach, afterAll] = [keep("afterEach"), keep("afterAll")];
  const mock = useMockWith({ beforeAll, beforeEach, afterEach, afterAll }, { scenarios: ["conflict"] });
  await hooks.beforeAll?.();
  const urls: string[] = [];
  for (let round = 0; round < 2; round += 1) {
    await hooks.beforeEach?.();
    urls.push(mock.url);
    expect(mock.requests).toEqual([]);
    await expect(mock.client().duplicateWorkflow({ path: { id: 42 } })).rejects.toMatchObject({
      status: 409,
    });
    expect([mock.requestCount, mock.scenarios.length]).toEqual([1, 1]);
    mock.endScenario("conflict");
    mock.scenario("not-found");
    mock.reset();
    expect(mock.requestCount).toBe(0);
    await hooks.afterEach?.();
  }
  await hooks.afterAll?.();
  expect(new Set(urls).size).toBe(2);
  await expect(fetch(urls[0] ?? "")).rejects.toThrow();
});
