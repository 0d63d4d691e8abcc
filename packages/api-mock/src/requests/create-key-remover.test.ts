import { expect, test } from "vitest";
import { createKeyRemover } from "./create-key-remover.ts";

const key = 'se"cret/key+1';

test.each([
  ["as it is", `a ${key} b`],
  ["percent-encoded", `?key=${encodeURIComponent(key)}`],
  ["as JSON text", JSON.stringify({ key })],
])("a key goes %s", (_, text) => {
  const removeKey = createKeyRemover([key]);
  expect(removeKey(text)).toContain("(key-removed)");
  expect(removeKey(text)).not.toMatch(/cret/);
});

const other = "aB3+/x y\\zé9";
const percent = (text: string) =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");

test.each([
  ["percent-encoded in small letters", encodeURIComponent(other).toLowerCase().replace("ab3", "aB3")],
  ["with every character percent-encoded", percent(other)],
  ["percent-encoded twice", percent(other).replaceAll("%", "%25")],
  ["half percent-encoded", other.replace("B", "%42")],
  ["as a form", String(new URLSearchParams({ k: other })).slice(2)],
  ["as JSON with escapes", '"aB3+\\/x y\\\\z\\u00E99"'],
  [
    "as JSON with every character escaped",
    [...other].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  ],
  ["as JSON in JSON", JSON.stringify(JSON.stringify({ other }))],
  ["as HTML", [...other].map((c) => `&#x${c.charCodeAt(0).toString(16)};`).join("")],
  ["in hexadecimal", Buffer.from(other).toString("hex").toUpperCase()],
  ["in base64", `Basic ${Buffer.from(other).toString("base64")}`],
  ["in base64 behind a name", `Basic ${Buffer.from(`user:${other}`).toString("base64")}`],
  ["in base64url behind two", Buffer.from(`ab${other}!`).toString("base64url")],
  ["in UTF-16", Buffer.from(other, "utf16le").toString("latin1")],
])("a key goes %s", (_, text) => {
  expect(createKeyRemover([other])(`before ${text} after`)).toMatch(/^before .*\(key-removed\).* after$/s);
});

test("what only looks like it stays", () => {
  const text = "aB3+/x y\\zé8 %61%42%33 deadbeef";
  expect(createKeyRemover([other])(text)).toBe(text);
});

test("a key too short to be one tears no holes", () => {
  expect(createKeyRemover(["k"])("a book")).toBe("a book");
});
