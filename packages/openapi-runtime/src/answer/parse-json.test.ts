import { expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";

const spellings = [
  "__proto__",
  "\\u005f_proto__",
  "__pr\\u006Fto__",
  "\\u005F\\u005f\\u0070\\u0072\\u006f\\u0074\\u006f__",
];

test.each(spellings)("a member spelled %s is dropped, at any depth", (name) => {
  const bad = `{"${name}":{"admin":true},"a":1}`;
  const value = parseJson(`{"b":[[${bad}],{"c":${bad}}],"${name}":[]}`);
  expect(JSON.stringify(value)).toBe('{"b":[[{"a":1}],{"c":{"a":1}}]}');
  const copy = Object.assign({}, parseJson(bad)) as { readonly admin?: unknown };
  expect(copy.admin).toBeUndefined();
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
});

test("what only looks like one stays", () => {
  const text = '{"a":"__proto__","__proto":1,"b":"\\u005f","caf\\u00e9":"\\u0070"}';
  expect(parseJson(text)).toEqual(JSON.parse(text));
});

test("a nesting that would exhaust the stack does not", () => {
  const depth = 5_000;
  const text = `${'{"a":'.repeat(depth)}{"__proto__":1}${"}".repeat(depth)}`;
  let value = parseJson(text) as { readonly a?: object };
  while (value.a !== undefined) value = value.a as typeof value;
  expect(Object.keys(value)).toEqual([]);
});

test("what is no JSON throws", () => {
  expect(() => parseJson('{"__proto__"')).toThrow(SyntaxError);
});
