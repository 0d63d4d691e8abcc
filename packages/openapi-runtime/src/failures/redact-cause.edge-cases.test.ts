import { describe, expect, test } from "vitest";
import { causeCode, redactCause } from "./redact-cause.ts";

function causesOf(error: Error): unknown[] {
  const causes: unknown[] = [];
  for (let { cause } = error; cause instanceof Error; { cause } = cause) causes.push(cause.message);
  return causes;
}

describe("the copy of a cause", () => {
  test("has the fields of an error, as an error has them, and a code that shows", () => {
    const copy = redactCause(Object.assign(new TypeError("no"), { code: "E" }), "key");
    const { name, stack, code } = Object.getOwnPropertyDescriptors(copy) as PropertyDescriptorMap;
    expect([name, stack, code].map((field) => [field?.enumerable, field?.configurable])).toEqual([
      [false, true],
      [false, true],
      [true, true],
    ]);
  });

  test("has no cause when there was none", () => {
    expect(redactCause(new Error("no"), "key")).not.toHaveProperty("cause");
    expect(redactCause(new Error("no", { cause: 1 }), "key")).toHaveProperty("cause");
  });

  test("keeps seven causes of a longer chain", () => {
    const messages = Array.from({ length: 12 }, (_, index) => `${index}`);
    const chain = messages.reduceRight<Error | undefined>(
      (cause, message) => new Error(message, { cause }),
      undefined,
    );
    expect(causesOf(redactCause(chain, "key"))).toEqual(messages.slice(1, 8));
  });

  test.each([
    ["null", null, "null"],
    ["what has a message that is no text", { message: 5 }, "[object Object]"],
  ])("of %s says what it was", (_name, thrown, message) => {
    expect(redactCause(thrown, "key").message).toBe(message);
  });
});

test("a code that is no text is none, and the next one counts", () => {
  const inner = Object.assign(new Error("inner"), { code: "E" });
  expect(causeCode(Object.assign(new Error("outer", { cause: inner }), { code: 5 }))).toBe("E");
  expect(causeCode(new Error("outer", { cause: { code: "E" } }))).toBeUndefined();
});
