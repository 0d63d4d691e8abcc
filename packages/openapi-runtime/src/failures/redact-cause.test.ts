import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { exampleKey } from "../testing/example-client.test-support.ts";
import { expectNoKey } from "../testing/expect-no-key.test-support.ts";
import { neverSentMark } from "./outcome-unknown.ts";
import { causeCode, redactCause, redactKeyProvider } from "./redact-cause.ts";

describe("the copy of a cause", () => {
  test("keeps name, message, code and stack, and the same of its causes", () => {
    const socket = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
    const original = new TypeError("fetch failed", { cause: socket });
    const copy = redactCause(original, exampleKey);
    expect(copy).not.toBe(original);
    expect({ name: copy.name, message: copy.message, stack: copy.stack }).toEqual({
      name: "TypeError",
      message: "fetch failed",
      stack: original.stack,
    });
    expect(copy.cause).toMatchObject({ message: "read ECONNRESET", code: "ECONNRESET" });
    expect(copy).not.toHaveProperty("code");
    expect(causeCode(copy)).toBe("ECONNRESET");
  });

  test("holds neither the key nor fields that may hold it", () => {
    const inner = Object.assign(new Error(`inner ${exampleKey}`), {
      request: { headers: { "X-Key": exampleKey } },
    });
    const original = new Error(`bad header ${exampleKey}`, { cause: inner });
    original.name = `Error ${exampleKey}`;
    expectNoKey(redactCause(original, exampleKey));
    expect(() => expectNoKey(original)).toThrow();
  });

  test.each([
    ["a string", `down: ${exampleKey}`],
    ["nothing", undefined],
    ["an object", { key: exampleKey }],
  ])("of %s is an error all the same", (_name, thrown) => {
    const copy = redactCause(thrown, exampleKey);
    expect(copy).toBeInstanceOf(Error);
    expectNoKey(copy);
  });

  test.each([
    ["without a prototype", Object.create(null)],
    [
      "whose toString throws",
      {
        toString() {
          throw new Error(exampleKey);
        },
      },
    ],
  ])("of an object %s is an error all the same, and never throws", (_name, thrown) => {
    expect(redactCause(thrown, exampleKey).message).toBe("the thrown value has no text");
  });

  test("of causes that run in a circle ends", () => {
    const first = new Error("first");
    first.cause = new Error("second", { cause: first });
    const copy = redactCause(first, exampleKey);
    expect(copy.message).toBe("first");
    expect(causeCode(copy)).toBeUndefined();
  });

  test("of an error from another realm keeps its code", () => {
    const foreign: unknown = runInNewContext('Object.assign(new Error("refused"), { code: "ECONNREFUSED" })');
    expect(foreign).not.toBeInstanceOf(Error);
    expect(causeCode(redactCause(foreign, exampleKey))).toBe("ECONNREFUSED");
  });

  test("leaves a code behind that is a number, as a DOMException has", () => {
    expect(causeCode(redactCause(new DOMException("stop", "AbortError"), exampleKey))).toBeUndefined();
  });
});

test("the copy of an AggregateError has a copy of each of its errors, with code and syscall", () => {
  const attempts = ["::1", "127.0.0.1"].map((address) =>
    Object.assign(new Error(`connect ECONNREFUSED ${address} ${exampleKey}`), {
      code: "ECONNREFUSED",
      syscall: "connect",
    }),
  );
  const original = new TypeError("fetch failed", { cause: new AggregateError(attempts, "all of them") });
  const copy = redactCause(original, exampleKey);
  expectNoKey(copy);
  const expected = { code: "ECONNREFUSED", syscall: "connect" };
  expect(copy.cause).toMatchObject({ message: "all of them", errors: [expected, expected] });
  expect(Object.keys(copy.cause as object)).toEqual([]);
});

describe("what a key provider threw", () => {
  test("has name, code and message, of its causes too; all can be changed, and only the code shows", () => {
    const cause = Object.assign(new Error("inner s3cr3t-key-1"), { name: "Vault0Error1" });
    const thrown = Object.assign(new TypeError("no s3cr3t-key-1 here", { cause }), {
      code: "E_S3CR3T_KEY_1",
      other: 1,
    });
    const copy = redactKeyProvider(thrown, "");
    expect(copy).toMatchObject({ name: "TypeError", message: "no [redacted] here", code: "[redacted]" });
    expect(copy.cause).toMatchObject({ name: "[redacted]", message: "inner [redacted]" });
    expect(copy.stack).toBe("TypeError: no [redacted] here");
    expect(Object.keys(copy)).toEqual(["code"]);
    for (const field of ["name", "stack", "code"]) {
      expect(Object.getOwnPropertyDescriptor(copy, field)).toMatchObject({ configurable: true });
    }
  });

  test("has no code that is no text, and no more than a line's worth of words", () => {
    const copy = redactKeyProvider(Object.assign(new Error("a ".repeat(2_000)), { code: 5 }), "");
    expect(copy).not.toHaveProperty("code");
    expect(copy.message).toHaveLength(1_000);
  });
});

test("the system call of an error shows, and the mark that nothing was sent is kept without showing", () => {
  const thrown = Object.assign(new Error("no"), { code: "ECONNREFUSED", syscall: "connect" });
  Object.defineProperty(thrown, neverSentMark, { value: true });
  const copy = redactCause(thrown, exampleKey);
  expect(Object.keys(copy)).toEqual(["code", "syscall"]);
  expect(Object.getOwnPropertyDescriptor(copy, neverSentMark)).toMatchObject({
    value: true,
    enumerable: false,
  });
});
