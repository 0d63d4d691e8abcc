import { expect, test, vi } from "vitest";
import { notify } from "./hooks.ts";

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

test("a hook is told the event, which it cannot change", () => {
  const event = { attempt: 1 };
  const hook = vi.fn((told: { attempt: number }) => {
    told.attempt = 2;
  });
  notify(hook, event);
  expect(hook).toHaveBeenCalledExactlyOnceWith({ attempt: 1 });
  expect(hook.mock.results[0]).toMatchObject({ type: "throw", value: expect.any(TypeError) });
  expect(Object.isFrozen(event)).toBe(true);
});

test("no hook is no harm", () => {
  expect(() => notify(undefined, {})).not.toThrow();
});

test.each<[string, () => unknown]>([
  [
    "throws",
    () => {
      throw new Error("broken hook");
    },
  ],
  ["rejects", () => Promise.reject(new Error("broken hook"))],
  ["rejects with nothing", () => Promise.reject()],
  [
    "returns something whose `then` throws",
    () => ({
      // biome-ignore lint/suspicious/noThenProperty: the test needs it
      get then() {
        throw new Error("broken hook");
      },
    }),
  ],
  ["never settles", () => new Promise(() => undefined)],
])("a hook that %s harms nobody: an unhandled rejection would fail this run", async (_name, hook) => {
  expect(() => notify(hook, {})).not.toThrow();
  await settle();
});
