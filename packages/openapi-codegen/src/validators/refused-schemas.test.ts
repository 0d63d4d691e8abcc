import { createOperationTable } from "@np6/openapi-document";
import { describe, expect, it } from "vitest";
import { armA, armB, typed, unknownArm } from "../testing/example-unions.test-support.ts";
import { documentOf } from "../testing/load-validators.test-support.ts";
import { renderValidators } from "./render-validators.ts";

const render = (document: Readonly<Record<string, unknown>>) =>
  renderValidators(document, createOperationTable(document).table);

describe("a schema that cannot be checked", () => {
  const schemas = "#/paths/~1it/put/requestBody/content/application~1json/schema";

  it.each([
    [
      "a misspelt keyword",
      { propertys: {} },
      `${schemas}/propertys: "propertys" is no keyword of JSON Schema 2020-12`,
    ],
    [
      "a keyword of an older JSON Schema",
      { items: { dependencies: {} } },
      `${schemas}/items/dependencies: "dependencies" is no keyword`,
    ],
    ["an anchor", { $ref: "#here" }, `${schemas}/$ref: $ref "#here" cannot be followed`],
    ["an id", { $id: "a" }, `${schemas}/$id: $id cannot be followed`],
    [
      "a reference to nothing",
      { $ref: "#/components/schemas/Gone" },
      `${schemas}: $ref "#/components/schemas/Gone" points at nothing`,
    ],
    ["a circle of references", { $ref: "#/components/schemas/Loop" }, "leads back to itself"],
    ["something else than a schema", { not: 1 }, `${schemas}/not: expected a schema`],
    ["something else than a list", { allOf: {} }, `${schemas}/allOf: expected a list of schemas`],
    [
      "something else than an object",
      { properties: [] },
      `${schemas}/properties: expected an object of schemas`,
    ],
    [
      "a rule of the wrong type",
      { minLength: "1" },
      `${schemas}/minLength: this is no schema of JSON Schema 2020-12: it must be integer`,
    ],
    [
      "a pattern that is none",
      { pattern: "(" },
      `${schemas}: no validator can be made of this schema: Invalid regular expression`,
    ],
  ])("is refused with its place: %s", (_, schema, message) => {
    const document = documentOf({ it: schema }, { Loop: { $ref: "#/components/schemas/Loop" } });
    expect(() => render(document)).toThrow(message);
  });

  it("is a warning when it is a union with a discriminator that does not tell its arms apart", () => {
    const { warnings } = render(
      documentOf({
        it: {
          oneOf: [armA, typed({ type: "string" }, true)],
          discriminator: { propertyName: "type" },
        },
      }),
    );
    expect(warnings).toEqual([
      {
        kind: "arms that cannot be told apart",
        pointer: `${schemas}/oneOf`,
        reason: expect.stringContaining('cannot be told apart by "type"'),
      },
    ]);
    const { warnings: none } = render(
      documentOf({ it: { oneOf: [armA, armB, unknownArm], discriminator: { propertyName: "type" } } }),
    );
    expect(none).toEqual([]);
  });
});
