import { createOperationTable, type JsonObject } from "@np6/openapi-document";
import { describe, expect, it } from "vitest";
import { armA, armB, exampleUnions } from "../testing/example-unions.test-support.ts";
import { brokenRules, documentOf, loadValidators } from "../testing/load-validators.test-support.ts";
import { renderValidators } from "./render-validators.ts";

const render = (document: JsonObject) => renderValidators(document, createOperationTable(document).table);

describe("the source", () => {
  const shared = {
    Tree: {
      type: "object",
      properties: { children: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
    },
  };
  const Tree = { $ref: "#/components/schemas/Tree" };

  it("imports nothing, loads nothing, and makes no code when it runs", () => {
    const rules = { pattern: "a", minLength: 2, format: "uuid", enum: [{}], uniqueItems: true, const: [1] };
    const { source } = render(
      documentOf({ it: { ...rules, unevaluatedProperties: false }, ...exampleUnions }),
    );
    expect(source).toContain("countCharacters(");
    expect(source).toContain("isEqual(");
    expect(source).not.toMatch(/\bimport\b|\brequire\(|\beval\b|\bFunction\(/);
  });

  it("has each schema once, whoever refers to it, and lists that say the same once too", () => {
    const { source } = render(
      documentOf(
        {
          one: Tree,
          two: Tree,
          list: { type: "array", items: Tree },
          again: { type: "array", items: Tree, description: "a note" },
        },
        shared,
      ),
    );
    expect(source.match(/^function \w+/gm)).toEqual([
      "function validateTree",
      "function validateListRequest",
    ]);
    expect(source).not.toContain("a note");
  });

  it("names functions so that another schema changes no other function", () => {
    const functionsOf = (document: JsonObject) =>
      render(document)
        .source.split(/^(?=function )/m)
        .slice(1);
    const before = functionsOf(documentOf({ one: Tree }, shared));
    const after = functionsOf(
      documentOf(
        { zero: { type: "object", properties: { a: { $ref: "#/components/schemas/Other" } } }, one: Tree },
        { Other: { type: "string" }, ...shared },
      ),
    );
    expect(before).toHaveLength(1);
    expect(after).toContain(before[0]);
  });

  it("is the same every time", () => {
    const document = documentOf({ ...exampleUnions, one: Tree }, shared);
    expect(render(document).source).toBe(render(document).source);
  });

  it("knows bodies by operation, status and media type; of JSON, and of successes only", async () => {
    const json = (type: string) => ({
      content: { "application/json": { schema: { type } } },
      description: "",
    });
    const document = {
      ...documentOf({}),
      paths: {
        "/a": {
          post: {
            operationId: "a",
            requestBody: {
              content: {
                "application/vnd.a-v1": { schema: { type: "array" } },
                "text/csv": { schema: { type: "string" } },
              },
            },
            responses: {
              201: json("object"),
              "2XX": json("null"),
              204: { description: "" },
              400: json("string"),
              default: json("string"),
            },
          },
          get: { operationId: "b", responses: { default: json("boolean"), 404: json("string") } },
          put: { operationId: "__proto__", requestBody: { content: { "application/json": { schema: {} } } } },
        },
      },
    };
    const { validators } = await loadValidators(document);
    expect(Object.keys(validators)).toEqual(["a", "b", "__proto__"]);
    expect(Object.keys(validators.a?.requestBody ?? {})).toEqual(["application/vnd.a-v1"]);
    expect(validators.a?.responses).toEqual({
      201: { "application/json": expect.any(Function) },
      204: {},
      "2XX": { "application/json": expect.any(Function) },
    });
    expect(validators.b?.responses).toEqual({ default: { "application/json": expect.any(Function) } });
    expect(Object.getOwnPropertyDescriptor(validators, "__proto__")?.value).toEqual({
      requestBody: {},
      responses: {},
    });
  });

  it("survives hostile text in every place of a schema", async () => {
    const hostile = '*/ `\u0024{1}` " \\ \u2028 \n // \u0027 schemaPath:"x", require("fs").default validate1';
    const schema = {
      description: hostile,
      properties: { [hostile]: { enum: [hostile], pattern: '"' } },
      required: [hostile],
    };
    const module = await loadValidators(
      documentOf(
        { it: { $ref: `#/components/schemas/${encodeURIComponent("a/b c").replace("%2F", "~1")}` } },
        { "a/b c": schema },
      ),
    );
    expect(brokenRules(module, "it", { [hostile]: hostile })).toEqual([]);
    expect(brokenRules(module, "it", { [hostile]: '"' })[0]).toMatch(/^enum at /);
    expect(brokenRules(module, "it", {})).toEqual(["required at "]);
    expect([...module.propertyNames]).toEqual([hostile]);
  });
});

describe("a document of OpenAPI 3.0", () => {
  it("is read in its own way", async () => {
    const schemas = {
      nullable: { type: "string", nullable: true, minLength: 1 },
      untyped: { nullable: true, enum: ["a"] },
      above: { type: "number", minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false },
      sibling: { $ref: "#/components/schemas/Text", maxLength: 1 },
      union: {
        nullable: true,
        type: "object",
        oneOf: [armA, armB].map((arm) =>
          JSON.parse(JSON.stringify(arm).replace('"const":"a"', '"type":"string","enum":["a"]')),
        ),
      },
    };
    const module = await loadValidators(documentOf(schemas, { Text: { type: "string" } }, "3.0.3"));
    const accepted = (name: string, ...values: unknown[]) =>
      values.filter((value) => brokenRules(module, name, value).length === 0);
    expect(accepted("nullable", null, "a", "", 1)).toEqual([null, "a"]);
    expect(accepted("untyped", null, "a")).toEqual(["a"]);
    expect(accepted("above", 1, 1.5, 2, 2.5)).toEqual([1.5, 2]);
    expect(accepted("sibling", "long", 1)).toEqual(["long"]);
    expect(brokenRules(module, "union", { type: "b", value: 1 })).toEqual(["type at /value"]);
  });
});

describe("what only one direction has", () => {
  it("is demanded in that direction, wherever it is said", async () => {
    const properties = {
      id: { type: "integer", readOnly: true },
      secret: { $ref: "#/components/schemas/Secret" },
      name: {},
    };
    const schema = { type: "object", properties, required: ["id", "secret", "name"] };
    const module = await loadValidators(
      documentOf({ it: schema }, { Secret: { type: "string", writeOnly: true } }),
    );
    expect(brokenRules(module, "it", { secret: "a", name: 1 })).toEqual([]);
    expect(brokenRules(module, "it", { name: 1 })).toEqual(["required at "]);
    expect(brokenRules(module, "it", { id: "1", secret: "a" })).toEqual(["required at ", "type at /id"]);
  });
});
