import { describe, expect, test } from "vitest";
import { describeField, looksLikeName, memberAccess } from "./describe-field.ts";

const names = new Set(["receivers", "id", "user-id", "a/b~c", "0"]);

describe("a field is written as code would write it", () => {
  test.each([
    ["", {}, "body"],
    ["/id", { id: 1 }, "body.id"],
    ["/receivers/2/id", { receivers: [0, 0, { id: 1 }] }, "body.receivers[2].id"],
    ["/1", [0, 1], "body[1]"],
    ["/user-id", {}, 'body["user-id"]'],
    ["/a~1b~0c", {}, 'body["a/b~c"]'],
    ["/0", { 0: 1 }, 'body["0"]'],
    ["/id/0", { id: null }, 'body.id["0"]'],
  ])("%s of %j", (pointer, body, field) => {
    expect(describeField(pointer, body, names)).toBe(field);
  });
});

test("the keys of a map are not told: they can be addresses, and even numbers can be somebody's", () => {
  const body = { receivers: { "jane@example.com": { id: 1 }, "0612345678": { id: 1 } } };
  expect(describeField("/receivers/jane@example.com/id", body, names)).toBe("body.receivers[…].id");
  expect(describeField("/receivers/0612345678/id", body, names)).toBe("body.receivers[…].id");
});

test("a name that is told stands in brackets when it has to, one that is not never stands there", () => {
  expect(memberAccess("id", true)).toBe(".id");
  expect(memberAccess('a"b', true)).toBe('["a\\"b"]');
  expect(memberAccess("id", false)).toBe("[…]");
});

test.each([
  ["recevier", true],
  ["user-id", true],
  ["$ref", true],
  ["jane@example.com", false],
  ["Jane Doe", false],
  ["0612345678", false],
  ["+33612345678", false],
  ["x".repeat(65), false],
  ["", false],
])("%s looks like a name that a programmer gave: %s", (text, does) => {
  expect(looksLikeName(text)).toBe(does);
});
