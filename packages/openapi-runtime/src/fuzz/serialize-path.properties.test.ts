import * as fc from "fast-check";
import { expect, test } from "vitest";
import { serializePath } from "../request/serialize-path.ts";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { assertProperty } from "./assert-property.test-support.ts";
import { unlessRefused } from "./unless-refused.test-support.ts";

const readNote = exampleOperation("readNote");
const runThing = exampleOperation("runThing");
const base = "https://api.example.com/v1";

/** Strings with a meaning in a path, and any others. */
const name = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...["/", "\\", ".", "..", "%2e", "%2f", "%", "?", "#", "@", ":", " ", "a"]),
  }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
);

test("a string that is accepted comes back as it was", () => {
  assertProperty(name, (value) => {
    const path = unlessRefused(() => serializePath(readNote, { name: value }));
    if (path !== undefined) expect(decodeURIComponent(path.slice("/notes/".length))).toBe(value);
  });
});

test("a string never climbs, leaves the origin, or becomes a query", () => {
  assertProperty(name, (value) => {
    const path = unlessRefused(() => serializePath(readNote, { name: value }));
    if (path === undefined) return;
    const url = new URL(base + path);
    expect(url.origin).toBe("https://api.example.com");
    expect(url.pathname).toBe(`/v1${path}`);
    expect(url.pathname.split("/")).toHaveLength(4);
    expect(url.search + url.hash).toBe("");
  });
});

test("an int32 is accepted exactly when it is one", () => {
  const id = fc.oneof(fc.integer(), fc.double(), fc.maxSafeInteger(), fc.string(), fc.anything());
  assertProperty(id, (value) => {
    const path = unlessRefused(() => serializePath(runThing, { id: value }));
    const isInt32 =
      typeof value === "number" && value === Math.trunc(value) && Math.abs(value + 0.5) < 2 ** 31;
    expect(path).toBe(isInt32 ? `/things/${value}/run` : undefined);
  });
});
