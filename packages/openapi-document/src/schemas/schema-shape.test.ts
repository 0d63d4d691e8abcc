import { describe, expect, it } from "vitest";
import { schemaShape } from "./schema-shape.ts";

const document = {
  components: {
    schemas: {
      Order: { type: "object" },
      Name: { type: "string" },
      Reference: { $ref: "#/components/schemas/Order" },
      Tree: { oneOf: [{ $ref: "#/components/schemas/Tree" }, { type: "string" }] },
    },
  },
};

describe("schemaShape", () => {
  it.each([
    ["an object", { type: "object" }, "structured"],
    ["an array", { type: "array", items: { type: "string" } }, "structured"],
    ["a number", { type: "number" }, "structured"],
    ["null", { type: "null" }, "structured"],
    ["a string that may be null", { type: ["string", "null"] }, "structured"],
    ["properties without a type", { properties: { id: {} } }, "structured"],
    ["a constant number", { const: 1 }, "structured"],
    ["a reference", { $ref: "#/components/schemas/Order" }, "structured"],
    ["a reference to a reference", { $ref: "#/components/schemas/Reference" }, "structured"],
    [
      "allOf with an object",
      { allOf: [{ description: "a" }, { $ref: "#/components/schemas/Order" }] },
      "structured",
    ],
    ["oneOf a string and an object", { oneOf: [{ type: "string" }, { type: "object" }] }, "structured"],
    ["a string", { type: "string" }, "text"],
    ["an enum of strings", { enum: ["a", "b"] }, "text"],
    ["a reference to a string", { $ref: "#/components/schemas/Name" }, "text"],
    ["a schema that contains itself", { $ref: "#/components/schemas/Tree" }, "text"],
    ["a binary string", { type: "string", format: "binary" }, "binary"],
    ["bytes in OpenAPI 3.1", { type: "string", contentMediaType: "application/octet-stream" }, "binary"],
    [
      "base64 text",
      { type: "string", contentMediaType: "application/octet-stream", contentEncoding: "base64" },
      "text",
    ],
    ["an empty schema", {}, "unknown"],
    ["true", true, "unknown"],
    ["no schema", undefined, "unknown"],
  ])("%s", (_, schema, shape) => {
    expect(schemaShape(document, schema, "#")).toBe(shape);
  });

  it("refuses a reference that points at nothing", () => {
    expect(() => schemaShape(document, { $ref: "#/components/schemas/Gone" }, "#/here")).toThrow(
      '#/here: $ref "#/components/schemas/Gone" points at nothing',
    );
  });
});
