import { describe, expect, test } from "vitest";
import { exampleKey } from "../testing/example-client.test-support.ts";
import { redactBeginning, redactText, redactValue } from "./redact.ts";

describe("the key is removed", () => {
  test("from a text, however often and however spelled", () => {
    const text = `a ${exampleKey} b ${exampleKey} ${JSON.stringify(exampleKey)} ?k=${encodeURIComponent(exampleKey)}`;
    expect(redactText(text, exampleKey)).toBe('a [redacted] b [redacted] "[redacted]" ?k=[redacted]');
  });

  test("even when it looks like a pattern", () => {
    expect(redactText("x $& .* y", "$&")).toBe("x [redacted] .* y");
    expect(redactText("x 12.*34.* y", "12.*34.*")).toBe("x [redacted] y");
  });

  test.each([
    ["at file:///app/index.mjs:1:2", "x"],
    ["index.mjs", "mjs"],
    ["/src/app/index", "app"],
    ["a text-file of abcd", "abc"],
  ])("but a short one not out of the middle of words and paths (%s)", (text, key) => {
    expect(redactText(text, key)).toBe(text);
  });

  test.each([
    ["the key abc.", "the key [redacted]."],
    ["X-Key: abc\r\nX-B: 1", "X-Key: [redacted]\r\nX-B: 1"],
    ['{"key":"abc"}', '{"key":"[redacted]"}'],
    ['"line\\nabc\\n"', '"line\\n[redacted]\\n"'],
    ["?k=abc&x=a%20abc%20", "?k=[redacted]&x=a%20[redacted]%20"],
    ["<b>abc</b>,abc;(abc)", "<b>[redacted]</b>,[redacted];([redacted])"],
  ])("and a short one wherever it is a word (%s)", (text, redacted) => {
    expect(redactText(text, "abc")).toBe(redacted);
  });

  test("and the beginning of a short one at the end of a text, where a word begins", () => {
    expect(redactBeginning("some data", "abc")).toBe("some data");
    expect(redactBeginning("key: ab", "abc")).toBe("key: [redacted]");
    expect(redactBeginning('"\\nab', "abc")).toBe('"\\n[redacted]');
  });

  test("from values and property names at every depth", () => {
    const value = { [exampleKey]: [{ echo: `<${exampleKey}>` }], n: 1, no: null, yes: true };
    expect(redactValue(value, exampleKey)).toEqual({
      "[redacted]": [{ echo: "<[redacted]>" }],
      n: 1,
      no: null,
      yes: true,
    });
  });

  test.each([null, 0, false, ""])("from %j, which stays what it is", (value) => {
    expect(redactValue(value, exampleKey)).toBe(value);
  });
});

test("without a key nothing is removed", () => {
  expect(redactText("abc", "")).toBe("abc");
});

test("a property named __proto__ stays a property", () => {
  const copy = redactValue(JSON.parse('{"__proto__":{"admin":true}}'), exampleKey);
  expect(Object.keys(copy as object)).toEqual(["__proto__"]);
  expect((copy as { admin?: boolean }).admin).toBeUndefined();
});

test("what lies too deep to search is replaced", () => {
  const depth = 100_000;
  const copy = redactValue(JSON.parse("[".repeat(depth) + "]".repeat(depth)), exampleKey);
  expect(JSON.stringify(copy)).toMatch(/^\[+"\[redacted\]"\]+$/);
});

describe("the beginning of a text", () => {
  test.each([1, 5, exampleKey.length - 1, exampleKey.length])(
    "does not end with the first %i characters of the key",
    (length) => {
      const text = `the key is ${exampleKey.slice(0, length)}`;
      expect(redactBeginning(text, exampleKey)).toBe("the key is [redacted]");
    },
  );

  test("does not end with a part of the key as JSON spells it", () => {
    const spelled = JSON.stringify(exampleKey).slice(1, -1);
    expect(redactBeginning(`"${spelled.slice(0, -2)}`, exampleKey)).toBe('"[redacted]');
  });

  test("stays as it is when no part of the key is at its end", () => {
    expect(redactBeginning('{"reason":"no"}', exampleKey)).toBe('{"reason":"no"}');
    expect(redactBeginning("text", "")).toBe("text");
  });
});
