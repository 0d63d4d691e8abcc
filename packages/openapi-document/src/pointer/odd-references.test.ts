import { describe, expect, it } from "vitest";
import { DocumentError } from "./document-error.ts";
import { childPointer, pointerTokens } from "./json-pointer.ts";
import { locateObject } from "./locate-object.ts";
import { referenceTarget } from "./reference-target.ts";
import { resolveReference } from "./resolve-reference.ts";
import { resolveSchema } from "./resolve-schema.ts";

const target = { found: true };
const schemas = JSON.parse(
  '{ "__proto__": { "found": true }, "constructor": { "found": true }, "toString": { "found": true } }',
);
const document = {
  paths: { "/a/{b}": { get: { parameters: [{ found: true }, { $ref: "#/components/x" }] } } },
  components: {
    x: target,
    "a/b": target,
    "a~b": target,
    "a%b": target,
    "50%": target,
    "%41": target,
    "a b": target,
    é: target,
    "": target,
    "0": target,
    yes: true,
    text: "text",
    nothing: null,
    schemas,
    chain: { $ref: "#/components/chained" },
    chained: { $ref: "#/components/x" },
    self: { $ref: "#/components/self" },
    ping: { $ref: "#/components/pong" },
    pong: { $ref: "#/components/ping" },
  },
};

describe("a reference that leads somewhere", () => {
  it.each([
    ["to a name", "#/components/x"],
    ["into an array", "#/paths/~1a~1{b}/get/parameters/0"],
    ["into an array, to a reference", "#/paths/~1a~1{b}/get/parameters/1"],
    ["with escaped braces", "#/paths/~1a~1%7Bb%7D/get/parameters/0"],
    ["with an escaped slash", "#/components/a~1b"],
    ["with a slash as percent encoding of its escape", "#/components/a%7E1b"],
    ["with an escaped tilde", "#/components/a~0b"],
    ["with an escaped percent sign", "#/components/a%25b"],
    ["with a percent sign that should be escaped", "#/components/a%b"],
    ["with a lone percent sign at the end", "#/components/50%"],
    ["with an escape that is the name itself", "#/components/%2541"],
    ["with a blank", "#/components/a b"],
    ["with an escaped blank", "#/components/a%20b"],
    ["with a letter beyond ASCII", "#/components/é"],
    ["with that letter escaped", "#/components/%C3%A9"],
    ["to the empty name", "#/components/"],
    ["to a name of digits", "#/components/0"],
    ["to constructor, where the document has one", "#/components/schemas/constructor"],
    ["to __proto__, where the document has one", "#/components/schemas/__proto__"],
    ["to toString, where the document has one", "#/components/schemas/toString"],
    ["through two more", "#/components/chain"],
  ])("%s", (_, $ref) => {
    expect(locateObject(document, { $ref }, "#/here", "Thing").value).toEqual(target);
    expect(resolveReference(document, { $ref })).toEqual(target);
  });

  it("the whole document", () => {
    expect(locateObject(document, { $ref: "#" }, "#/here", "Thing").value).toBe(document);
  });
});

describe("a reference that leads nowhere is refused where it stands", () => {
  it.each([
    ["a name that nobody has", "#/components/y", "points at nothing"],
    ["constructor, which the document does not have", "#/components/constructor", "points at nothing"],
    ["__proto__, which the document does not have", "#/components/__proto__", "points at nothing"],
    ["hasOwnProperty", "#/components/schemas/hasOwnProperty", "points at nothing"],
    ["the length of an array", "#/paths/~1a~1{b}/get/parameters/length/x", "points at nothing"],
    ["behind the end of an array", "#/paths/~1a~1{b}/get/parameters/2", "points at nothing"],
    ["an element by another spelling", "#/paths/~1a~1{b}/get/parameters/00", "points at nothing"],
    ["before the first element", "#/paths/~1a~1{b}/get/parameters/-1", "points at nothing"],
    ["the element to append", "#/paths/~1a~1{b}/get/parameters/-", "points at nothing"],
    ["into a text", "#/components/text/0", "points at nothing"],
    ["into null", "#/components/nothing/x", "points at nothing"],
    ["another file", "other.yaml#/x", "does not point into this document"],
    ["an anchor", "#x", "does not point into this document"],
    ["an empty text", "", "does not point into this document"],
    ["itself", "#/components/self", "leads back to itself"],
    ["each other", "#/components/ping", "leads back to itself"],
    ["a text", "#/components/text", "expected a Thing"],
    ["true", "#/components/yes", "expected a Thing"],
    ["null", "#/components/nothing", "expected a Thing"],
    ["an array", "#/paths/~1a~1{b}/get/parameters", "expected a Thing"],
  ])("%s", (_, $ref, reason) => {
    const refused = () => locateObject(document, { $ref }, "#/here", "Thing");
    expect(refused).toThrow(DocumentError);
    expect(refused).toThrow(reason);
    expect(refused).toThrow(/^#\//);
  });
});

it("a schema may be true or false, and nothing else that is no object", () => {
  expect(resolveSchema(document, "#/components/yes", "#/here")).toBe(true);
  expect(() => resolveSchema(document, "#/components/text", "#/here")).toThrow("points at no schema");
  expect(() => resolveSchema(document, "#/components/nothing", "#/here")).toThrow("points at no schema");
});

it.each(["a/b", "a~b", "~1", "a%b", "50%", "%41", "%7E1", "", "é", "__proto__", "a b", "~01"])(
  "the pointer of the key %j is read as that key",
  (key) => {
    const pointer = childPointer("#/components", key);
    expect(pointerTokens(pointer)).toEqual(["components", key]);
    const own = Object.fromEntries([[key, target]]);
    expect(referenceTarget({ components: own }, pointer)).toBe(target);
  },
);
