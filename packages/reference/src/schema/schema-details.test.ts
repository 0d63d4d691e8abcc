import type { JsonObject } from "@np6/openapi-document";
import { describe, expect, test } from "vitest";
import { schemaSection } from "../pages/schemas-page.ts";

const kinds = Array.from({ length: 25 }, (_, index) => `kind.${index}`);
const variants = kinds.map((kind, index) => [
  `Kind${index}`,
  {
    description: `Does ${kind}.\n\nAnd more.`,
    "x-source": "reference",
    allOf: [{ $ref: "#/components/schemas/Base" }],
    required: ["type"],
    properties: { type: { const: kind, "x-source": "reference" } },
  },
]);

const schemas: Record<string, JsonObject> = {
  Base: {
    type: "object",
    properties: { next: { $ref: "#/components/schemas/Step" } },
    additionalProperties: true,
  },
  ...Object.fromEntries(variants),
  Step: {
    description: "A step",
    oneOf: kinds.map((_, index) => ({ $ref: `#/components/schemas/Kind${index}` })),
    discriminator: {
      propertyName: "type",
      mapping: Object.fromEntries(kinds.map((kind, index) => [kind, `#/components/schemas/Kind${index}`])),
    },
  },
  Odd: {
    type: "object",
    required: ["name"],
    additionalProperties: false,
    properties: {
      name: { type: ["string", "null"], minLength: 1, "x-source": "assumed", "x-source-note": "A *guess*." },
      state: { enum: [0, 1], deprecated: true },
      other: { not: { enum: ["a", "b"] } },
      parts: {
        type: "array",
        items: { type: "object", properties: { id: { type: "integer", format: "int32" } } },
      },
      steps: { type: "array", items: { $ref: "#/components/schemas/Step" } },
      byName: { type: "object", additionalProperties: { type: "string" } },
      either: { oneOf: [{ type: "string" }, { $ref: "#/components/schemas/Step" }] },
      anything: {},
      futureKeyword: { type: "string", contentSchema: { type: "number" }, "x-hidden": "no" },
      "odd|name`": { const: "a|b" },
    },
  },
};
const document = { components: { schemas } };

const shown = (name: string): string => schemaSection(document, name, schemas[name] ?? {});

/** Returns the item of a property, on one line. */
function property(name: string): string {
  const item = shown("Odd")
    .split(/^(?=- )/m)
    .find((candidate) => candidate.startsWith(`- **\`${name}\`**`));
  return item?.replaceAll(/\s+/g, " ").trim() ?? "";
}

describe("a union of 25 variants", () => {
  const rows = shown("Step")
    .split("\n")
    .filter((line) => line.startsWith("| `kind"));

  test("is a table with a row for each, and nothing of what is in them", () => {
    expect(rows.map((row) => /`([^`]+)`/.exec(row)?.[1])).toEqual(kinds);
    expect(shown("Step")).not.toContain("\n- ");
  });

  test("links to each variant and says in a sentence what it is", () => {
    expect(rows[3]).toBe(
      "| `kind.3` | [Kind3](schemas.md#schema-Kind3) `source: reference` | Does kind.3. |",
    );
  });
});

test("without a mapping, the constant of a variant tells it", () => {
  const union = { oneOf: [{ $ref: "#/components/schemas/Kind7" }], discriminator: { propertyName: "type" } };
  expect(schemaSection(document, "Union", union)).toContain("\n| `kind.7` | [Kind7]");
});

test("a variant names what it shares and shows what is its own", () => {
  expect(shown("Kind3")).toContain("Everything of [Base](schemas.md#schema-Base), and:");
  expect(shown("Kind3").match(/^- /gm)).toHaveLength(1);
});

describe("a property", () => {
  test("has type, constraints, source and note", () => {
    expect(property("name")).toBe(
      "- **`name`** string or null **required** `source: assumed` *Source:* A *guess*. minLength: `1`",
    );
  });

  test.each([
    ["state", "**`state`** one of these **deprecated** one of `0`, `1`"],
    ["other", '**`other`** any value none of `"a"`, `"b"`'],
    ["parts", "**`parts`** array of object - **`id`** integer (int32)"],
    ["steps", "**`steps`** array of [Step](schemas.md#schema-Step)"],
    ["byName", "**`byName`** object of string"],
    ["either", "**`either`** string or [Step](schemas.md#schema-Step)"],
    ["anything", "**`anything`** any value"],
  ])("%s reads well", (name, text) => {
    expect(property(name)).toContain(text);
  });

  test("may have a name that Markdown would read", () => {
    expect(shown("Odd")).toContain('- **`` odd|name` ``** `"a|b"`');
  });

  test("shows a keyword that has no words of its own as the document writes it, but no extension", () => {
    expect(property("futureKeyword")).toBe('- **`futureKeyword`** string contentSchema: `{"type":"number"}`');
  });
});

test("what is closed and what is open is said", () => {
  expect(shown("Odd")).toContain("No other properties.");
  expect(shown("Base")).toContain("Other properties may stand beside these.");
});
