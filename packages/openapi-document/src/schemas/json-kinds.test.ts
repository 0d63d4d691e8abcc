import { describe, expect, test } from "vitest";
import { createOperationTable } from "../table/create-operation-table.ts";
import { jsonKinds } from "./json-kinds.ts";

const document = {
  components: {
    schemas: {
      Workflow: { type: "object" },
      Nullable: { type: ["object", "null"] },
      Alias: { $ref: "#/components/schemas/Workflow" },
      Self: { anyOf: [{ type: "string" }, { $ref: "#/components/schemas/Self" }] },
    },
  },
};
const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });

describe("the kinds of JSON values that a schema allows", () => {
  test.each<[string, unknown, string]>([
    ["a type", { type: "array" }, "array"],
    ["a list of types", { type: ["null", "array"] }, "array|null"],
    ["number", { type: "number" }, "number"],
    ["integer", { type: "integer" }, "integer"],
    ["integer or number", { type: ["integer", "number"] }, "number"],
    ["number within integer", { allOf: [{ type: "number" }, { type: "integer" }] }, "integer"],
    ["a reference", to("Workflow"), "object"],
    ["a reference to a reference", to("Alias"), "object"],
    ["a reference and what stands beside it", { ...to("Nullable"), type: "object" }, "object"],
    ["a schema that holds itself", to("Self"), "any"],
    ["allOf", { allOf: [to("Nullable"), { description: "no more" }] }, "object|null"],
    ["oneOf", { oneOf: [to("Workflow"), { type: "array" }] }, "object|array"],
    ["anyOf beside a type", { type: "object", anyOf: [{ required: ["a"] }, { required: ["b"] }] }, "object"],
    ["oneOf with an arm that says nothing", { oneOf: [to("Workflow"), {}] }, "any"],
    ["nullable, which OpenAPI 3.1 does not know", { type: "object", nullable: true }, "object"],
    ["enum", { enum: ["a", 1, null] }, "string|integer|null"],
    ["enum within a type", { type: "string", enum: ["a", null] }, "string"],
    ["const", { const: 1.5 }, "number"],
    ["const null", { const: null }, "null"],
    ["const of an object and of a list", { anyOf: [{ const: {} }, { const: [] }] }, "object|array"],
    ["nothing", {}, "any"],
    ["no schema", undefined, "any"],
    ["true", true, "any"],
    ["a contradiction", { type: "string", const: 1 }, "any"],
    ["an arm that allows nothing", { anyOf: [false, { type: "boolean" }] }, "boolean"],
    ["properties alone, which any other value keeps to", { properties: { a: {} } }, "any"],
    ["a type that nobody knows", { type: "file" }, "any"],
  ])("are found through %s", (_, schema, kinds) => {
    expect(jsonKinds(document, schema, "#/x")).toBe(kinds);
  });
});

test.each<[string, unknown, string]>([
  ["adds null to the type beside it", { type: "object", nullable: true }, "object|null"],
  ["adds nothing where no type stands beside it", { nullable: true, allOf: [to("Workflow")] }, "object"],
  ["adds nothing to a list without null", { type: "string", nullable: true, enum: ["a"] }, "string"],
  ["adds nothing beside a reference", { ...to("Workflow"), nullable: true }, "object"],
])("OpenAPI 3.0's nullable %s", (_, schema, kinds) => {
  expect(jsonKinds({ ...document, openapi: "3.0.3" }, schema, "#/x")).toBe(kinds);
});

test("the table names what the document says, for JSON alone", () => {
  const content = {
    "application/json": { schema: { type: "array" } },
    "application/vnd.x": { schema: to("Nullable") },
    "text/plain": { schema: { type: "string" } },
  };
  const responses = {
    200: { description: "", content },
    "4XX": { description: "", content: { "application/json": {} } },
    default: { description: "", content: { "application/json": { schema: to("Workflow") } } },
  };
  const { table } = createOperationTable({
    ...document,
    openapi: "3.1.0",
    info: { title: "t", version: "1" },
    paths: { "/a": { get: { operationId: "a", responses }, delete: { operationId: "b", responses: {} } } },
  });
  expect(table.operations.a?.jsonKinds).toEqual({
    "200 application/json": "array",
    "200 application/vnd.x": "object|null",
    "default application/json": "object",
  });
  expect(table.operations.b).not.toHaveProperty("jsonKinds");
});
