import type { JsonObject } from "@np6/openapi-document";
import { describe, expect, it } from "vitest";
import type { Bump } from "./changes/bump.ts";
import { diffDocuments } from "./diff-documents.ts";

type Schema = JsonObject | boolean;

const info = { title: "Kinds", version: "1" };
const json = (schema: Schema) => ({ content: { "application/json": { schema } } });
const ok = { 204: { description: "ok" } };

function withOperation(operation: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    openapi: "3.1.0",
    info,
    servers: [{ url: "https://example.com" }],
    paths: { "/a": { post: { operationId: "a", responses: ok, ...operation } } },
    ...more,
  };
}

const sent = (schema: Schema) => withOperation({ requestBody: json(schema) });
const read = (schema: Schema) =>
  withOperation({ responses: { 200: { description: "ok", ...json(schema) } } });
const object = (properties: JsonObject, more: JsonObject = {}) => ({ type: "object", properties, ...more });
const text = { type: "string" };
const whole = { type: "integer" };

describe("a change of a schema, as it is sent and as it is read", () => {
  it.each<[string, Schema, Schema, Bump, Bump]>([
    ["a value becomes a list", text, { type: "array", items: text }, "major", "major"],
    ["a value or a list", text, { oneOf: [text, { type: "array", items: text }] }, "minor", "major"],
    ["32 bits become 64", { ...whole, format: "int32" }, { ...whole, format: "int64" }, "minor", "major"],
    ["64 bits are said", whole, { ...whole, format: "int64" }, "patch", "patch"],
    [
      "a date becomes a time",
      { ...text, format: "date" },
      { ...text, format: "date-time" },
      "major",
      "major",
    ],
    ["a pattern is gone", { ...text, pattern: "^a" }, { ...text, pattern: ".*" }, "minor", "major"],
    ["a pattern is new", text, { ...text, pattern: "^a" }, "major", "minor"],
    ["a multiple is finer", { ...whole, multipleOf: 10 }, { ...whole, multipleOf: 5 }, "minor", "major"],
    ["base64", text, { ...text, contentEncoding: "base64" }, "major", "major"],
    ["elements are unique", { type: "array" }, { type: "array", uniqueItems: true }, "major", "minor"],
    ["one has to be contained", { type: "array" }, { type: "array", contains: whole }, "major", "minor"],
    [
      "more have to be contained",
      { type: "array", contains: whole },
      { type: "array", contains: whole, minContains: 2 },
      "major",
      "minor",
    ],
    [
      "less may be contained",
      { type: "array", contains: whole, maxContains: 5 },
      { type: "array", contains: whole, maxContains: 4 },
      "major",
      "minor",
    ],
    [
      "a first element of another type",
      { type: "array", prefixItems: [text] },
      { type: "array", prefixItems: [whole] },
      "major",
      "major",
    ],
    [
      "one property demands another",
      object({ a: text, b: text }),
      object({ a: text, b: text }, { dependentRequired: { a: ["b"] } }),
      "major",
      "minor",
    ],
    ["names are limited", object({}), object({}, { propertyNames: { pattern: "^a" } }), "major", "minor"],
    [
      "names that a pattern let pass",
      object({}, { additionalProperties: false, patternProperties: { "^x-": text } }),
      object({}, { additionalProperties: false }),
      "major",
      "minor",
    ],
    [
      "values of a map",
      object({}, { additionalProperties: text }),
      object({}, { additionalProperties: { type: ["string", "null"] } }),
      "minor",
      "major",
    ],
    ["something is refused", text, { ...text, not: { const: "a" } }, "major", "minor"],
    [
      "a condition",
      object({ a: text }),
      object({ a: text }, { if: {}, else: { required: ["a"] } }),
      "major",
      "minor",
    ],
    [
      "a field called x-a",
      object({ "x-a": text }),
      object({ "x-a": { ...text, maxLength: 5 } }),
      "major",
      "minor",
    ],
    ["a field called x-a is gone", object({ "x-a": text }), object({}), "major", "major"],
    ["a field called default is gone", object({ default: text }), object({}), "major", "major"],
    ["a field called example is gone", object({ example: text }), object({}), "major", "major"],
    [
      "a field called notes has lost a value",
      object({ notes: { enum: ["a", "b"] } }),
      object({ notes: { enum: ["a"] } }),
      "major",
      "major",
    ],
    ["a default is gone", object({ a: { ...text, default: "a" } }), object({ a: text }), "major", "patch"],
    ["a default is new", object({ a: text }), object({ a: { ...text, default: "a" } }), "patch", "patch"],
    ["an enum takes null", { enum: ["a", "b"] }, { enum: ["a", "b", null] }, "minor", "major"],
    ["an enum becomes any text", { ...text, enum: ["a", "b"] }, text, "minor", "major"],
    ["nothing is said any more", text, {}, "minor", "major"],
    ["something is said", {}, text, "major", "minor"],
    [
      "a read-only property that has to be there",
      object({ a: { ...text, readOnly: true } }),
      object({ a: { ...text, readOnly: true } }, { required: ["a"] }),
      "none",
      "minor",
    ],
    [
      "a read-only property is stricter",
      object({ a: { ...text, readOnly: true } }),
      object({ a: { ...text, readOnly: true, maxLength: 5 } }),
      "none",
      "minor",
    ],
    [
      "variants whose values overlap stand in another order",
      { oneOf: [object({ k: { enum: ["a", "b"] }, p: text }), object({ k: { enum: ["b"] }, q: text })] },
      { oneOf: [object({ k: { enum: ["b"] }, q: text }), object({ k: { enum: ["a", "b"] }, p: text })] },
      "none",
      "none",
    ],
    [
      "a write-only property that has to be there",
      object({ a: { ...text, writeOnly: true } }),
      object({ a: { ...text, writeOnly: true } }, { required: ["a"] }),
      "major",
      "none",
    ],
  ])("%s", (_, old, now, whenSent, whenRead) => {
    expect(diffDocuments(sent(old), sent(now)).bump).toBe(whenSent);
    expect(diffDocuments(read(old), read(now)).bump).toBe(whenRead);
  });
});

describe("what the API sends is read by its consumer", () => {
  const hook = (schema: Schema) => ({ requestBody: json(schema), responses: ok });
  const webhook = (schema: Schema) => withOperation({}, { webhooks: { done: { post: hook(schema) } } });
  const callback = (schema: Schema) =>
    withOperation({ callbacks: { done: { "{$url}": { post: hook(schema) } } } });

  it.each<[string, Schema, Schema, Bump]>([
    ["a property is gone", object({ a: text, b: text }), object({ a: text }), "major"],
    ["a property is new", object({ a: text }), object({ a: text, b: text }), "minor"],
    [
      "a variant is new",
      { oneOf: [object({ k: { const: 1 } })] },
      { oneOf: [object({ k: { const: 1 } }), object({ k: { const: 2 } })] },
      "major",
    ],
  ])("%s", (_, old, now, bump) => {
    const [webhooks, callbacks] = [webhook, callback].map((of) => diffDocuments(of(old), of(now)));
    expect([webhooks?.bump, callbacks?.bump]).toEqual([bump, bump]);
    expect(webhooks?.changes[0]).toMatchObject({
      direction: "response",
      message: expect.stringContaining("the webhook `done`"),
    });
    expect(callbacks?.changes[0]).toMatchObject({
      direction: "response",
      message: expect.stringContaining("the callback `done` of `a`"),
    });
    // No types are generated for callbacks.
    if (bump === "major") expect(callbacks?.changes[0]?.breaks).toEqual(["wire"]);
  });

  it("nobody is told any more", () => {
    expect(diffDocuments(webhook(text), withOperation({})).bump).toBe("major");
    expect(diffDocuments(callback(text), withOperation({})).bump).toBe("major");
  });
});

describe("forms, parameters, discriminators", () => {
  const form = (encoding: JsonObject) =>
    withOperation({
      requestBody: {
        content: {
          "application/x-www-form-urlencoded": { schema: object({ a: { type: "array" } }), encoding },
        },
      },
    });
  const parameter = (schema: JsonObject, more: JsonObject = {}) =>
    withOperation({ parameters: [{ name: "x-p", in: "header", schema, ...more }] });
  const kinds = (mapping: JsonObject) =>
    withOperation(
      {
        responses: {
          200: {
            description: "ok",
            ...json({
              oneOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }],
              discriminator: { propertyName: "k", mapping },
            }),
          },
        },
      },
      { components: { schemas: { A: object({ k: text }), B: object({ k: text }) } } },
    );
  const [a, b] = ["#/components/schemas/A", "#/components/schemas/B"];

  it.each<[string, JsonObject, JsonObject, Bump]>([
    [
      "parts of a form are written otherwise",
      form({}),
      form({ a: { style: "pipeDelimited", explode: false } }),
      "major",
    ],
    ["a form's defaults are spelled out", form({}), form({ a: { style: "form", explode: true } }), "none"],
    ["a parameter's default is gone", parameter({ ...text, default: "a" }), parameter(text), "major"],
    ["a parameter refuses null", parameter({ type: ["string", "null"] }), parameter(text), "major"],
    [
      "a header has another case",
      parameter(text),
      withOperation({ parameters: [{ name: "X-P", in: "header", schema: text }] }),
      "patch",
    ],
    [
      "a media type says its charset",
      withOperation({ requestBody: { content: { "application/json": { schema: text } } } }),
      withOperation({ requestBody: { content: { "application/json; charset=utf-8": { schema: text } } } }),
      "patch",
    ],
    ["a mapping is swapped between alike variants", kinds({ a, b }), kinds({ a: b, b: a }), "major"],
    ["a mapping has one value more", kinds({ a, b }), kinds({ a, b, c: b }), "minor"],
    ["a mapping has another value", kinds({ a, b }), kinds({ a, c: b }), "major"],
    ["the names of the schemas are the mapping", kinds({ A: a, B: b }), kinds({}), "none"],
  ])("%s", (_, old, now, bump) => {
    expect(diffDocuments(old, now).bump).toBe(bump);
  });
});

it("a sentence about another order of ways to authenticate names them", () => {
  const scheme = (name: string) => ({ type: "apiKey", in: "header", name });
  const components = { securitySchemes: { one: scheme("a"), other: scheme("b") } };
  const secured = (...names: string[]) =>
    withOperation({}, { components, security: names.map((name) => ({ [name]: [] })) });
  const { changes } = diffDocuments(secured("one", "other"), secured("other", "one"));
  expect(changes).toEqual([
    {
      pointer: "#/security",
      bump: "patch",
      message: "The ways to authenticate are listed in another order: `other` or `one`.",
      fingerprint: expect.any(String),
    },
  ]);
});

it("a statement names a place where something differs, for each of two changes in variants that share a literal", () => {
  const event = (type: string, status: string, more: JsonObject = {}) =>
    object({ type: { const: type }, status: { const: status }, ...more }, { required: ["type"] });
  const events = (...all: JsonObject[]) => read({ oneOf: all });
  const { changes } = diffDocuments(
    events(event("opened", "open"), event("closed", "open", { by: text }), event("moved", "resolved")),
    events(event("moved", "resolved"), event("opened", "open", { at: text }), event("closed", "open")),
  );
  expect(changes.map(({ message }) => message)).toEqual([
    "`by` in the 200 answer `application/json` of `a` was removed.",
    "`at` in the 200 answer `application/json` of `a` is new.",
  ]);
});

it("a document whose types would not compile is compared all the same", () => {
  const closed = (name: string) => object({ [name]: text }, { additionalProperties: false });
  const both = { allOf: [closed("a"), closed("b")] };
  expect(diffDocuments(read(both), read({ ...both, description: "Both." })).bump).toBe("patch");
});

describe("what the compiler accepts breaks the wire only", () => {
  const closed = { additionalProperties: false };
  const sentClosed = (more: JsonObject) => [
    sent(object({ a: text }, more)),
    sent(object({ a: text }, { ...more, ...closed })),
  ];
  const answer = (more: JsonObject) =>
    withOperation({ responses: { 200: { description: "ok", ...json(text), ...more } } });
  const schemas = (kind: JsonObject) => ({
    openapi: "3.1.0",
    info,
    paths: { "/a": { get: { operationId: "a", responses: { 200: { description: "ok", ...json(kind) } } } } },
    components: {
      schemas: { A: object({ k: text }), B: object({ k: text }), C: object({ k: text, c: text }) },
    },
  });
  const kinds = (one: string, other: string) =>
    schemas({
      oneOf: [one, other].sort().map((name) => ({ $ref: `#/components/schemas/${name}` })),
      discriminator: {
        propertyName: "k",
        mapping: { a: `#/components/schemas/${one}`, b: `#/components/schemas/${other}` },
      },
    });
  it.each<[string, JsonObject | undefined, JsonObject | undefined, string[]]>([
    ["an object with properties is closed", ...pair(sentClosed({})), ["wire"]],
    [
      "one that says that it takes others",
      ...pair(sentClosed({ additionalProperties: true })),
      ["types", "wire"],
    ],
    ["one without properties", sent(object({})), sent(object({}, closed)), ["types", "wire"]],
    [
      "its unevaluated properties",
      sent(object({})),
      sent(object({}, { unevaluatedProperties: false })),
      ["wire"],
    ],
    ["an answer may be empty", answer({}), answer({ "x-body-may-be-empty": true }), ["wire"]],
    ["a mapping is swapped between alike variants", kinds("A", "B"), kinds("B", "A"), ["wire"]],
    ["a mapping is swapped between others", kinds("A", "C"), kinds("C", "A"), ["types", "wire"]],
  ])("%s", (_, old, now, breaks) => {
    const [change] = diffDocuments(old ?? {}, now ?? {}).changes;
    expect(change).toMatchObject({ bump: "major", breaks });
  });
});

function pair([old, now]: readonly JsonObject[]): [JsonObject | undefined, JsonObject | undefined] {
  return [old, now];
}
