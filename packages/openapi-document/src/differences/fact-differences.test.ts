import { describe, expect, test } from "vitest";
import { effectiveOperations } from "../normal/effective-operation.ts";
import type { JsonObject } from "../pointer/json-object.ts";
import { factDifferences } from "./fact-differences.ts";

type Schemas = Readonly<Record<string, unknown>>;

/** Makes a document with one operation, whose response has the schema Asked. */
function documentOf(schemas: Schemas, operation: JsonObject = {}): JsonObject {
  const schema = { $ref: "#/components/schemas/Asked" };
  const responses = { 200: { description: "", content: { "application/json": { schema } } } };
  return {
    openapi: "3.1.0",
    paths: { "/a/{id}": { get: { responses, ...operation } } },
    components: { schemas },
  };
}

/** Lists the differences between two documents, one per line. */
function between(left: JsonObject, right: JsonObject, keys: readonly string[] = []): string[] {
  const read = (document: JsonObject) => effectiveOperations(document, "paths");
  const operations = { left: read(left), right: read(right) };
  return factDifferences({ left, right }, operations, new Set(keys)).map(
    ({ left: one, right: other, place }) => `${place} ${other.fact}: ${one.text} | ${other.text}`,
  );
}

const inSchemas = (left: Schemas, right: Schemas) =>
  between(documentOf(left), documentOf(right)).map((line) =>
    line.replace("GET /a/{id} 200 application/json ", ""),
  );

describe("operations", () => {
  test("are the same whatever their path parameters are called", () => {
    const left = documentOf({ Asked: {} });
    const right = { ...left, paths: { "/a/{other}": Object(left.paths)["/a/{id}"] } };
    expect(between(left, right)).toEqual([]);
  });

  test("say in the order of the right document what the other one lacks, and then what they lack", () => {
    const parameter = (name: string, more = {}) => ({ name, in: "query", schema: {}, ...more });
    const left = documentOf({ Asked: {} }, { parameters: [parameter("old"), parameter("both")] });
    const right = documentOf(
      { Asked: {} },
      { parameters: [parameter("new"), parameter("both", { required: true, explode: false })] },
    );
    expect(between(left, right)).toEqual([
      "GET /a/{id} query new parameter: absent | query new",
      "GET /a/{id} query both required: optional | required",
      "GET /a/{id} query both serialization: form, exploded | form",
      "GET /a/{id} query old parameter: query old | absent",
    ]);
  });

  test("take a header with a key for credentials", () => {
    const key = { name: "X-Key", in: "header", required: true, schema: {} };
    const left = documentOf({ Asked: {} }, { parameters: [key] });
    expect(between(left, documentOf({ Asked: {} }), ["x-key"])).toEqual([
      "GET /a/{id} credentials: header x-key | nothing",
    ]);
  });
});

describe("schemas", () => {
  test.each<[string, Schemas, Schemas, string[]]>([
    [
      "of other types say nothing else: a limit of the one means nothing for the other",
      { Asked: { type: "string", maxLength: 3, enum: ["a"] } },
      { Asked: { type: "integer", minimum: 1 } },
      ["type: string | integer"],
    ],
    [
      "of whole numbers and of all have limits in common",
      { Asked: { type: "number", minimum: 1 } },
      { Asked: { type: "integer", minimum: 2 } },
      ["type: number | integer", "limit: minimum 1 | minimum 2"],
    ],
    [
      "of objects may say of other properties what they like, but not what these are",
      { Asked: { type: "object", additionalProperties: false } },
      { Asked: { type: "object", additionalProperties: { type: "string" } } },
      ["* type: any | string"],
    ],
    [
      "of variants that no property tells apart are paired by what they are made of",
      {
        Asked: { oneOf: [{ $ref: "#/components/schemas/A" }, { properties: { b: {} } }] },
        A: { required: ["a"], properties: { a: {} } },
      },
      { Asked: { oneOf: [{ properties: { b: {}, c: {} } }, { properties: { a: {} } }] } },
      ["<0>.c property: absent | any", "<1>.a required: required | optional"],
    ],
    [
      "of variants that no property tells apart, where one has more of them",
      {
        Asked: {
          oneOf: [
            { properties: { a: {} } },
            { properties: { b: {} } },
            { $ref: "#/components/schemas/Third" },
          ],
        },
        Third: { properties: { third: {} } },
      },
      { Asked: { oneOf: [{ properties: { a: {} } }, { properties: { b: {} } }] } },
      ["<Third> variant: Third | absent"],
    ],
    [
      "of several arrays are compared one by one",
      {
        Asked: {
          oneOf: [
            { type: "array", items: { type: "string" } },
            { type: "array", items: { type: "integer" } },
          ],
        },
      },
      {
        Asked: {
          oneOf: [
            { type: "array", items: { type: "string" } },
            { type: "array", items: { type: "boolean" } },
          ],
        },
      },
      ["[] type: integer | boolean"],
    ],
  ])("%s", (_what, left, right, differences) => {
    expect(inSchemas(left, right)).toEqual(differences);
  });
});
