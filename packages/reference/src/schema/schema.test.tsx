import type { JsonObject } from "@np6/openapi-document";
import { type HTMLElement, parse } from "node-html-parser";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { Schema } from "./schema.tsx";

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
    },
  },
};
const document = { components: { schemas } };

function shown(name: string): HTMLElement {
  return parse(renderToString(<Schema document={document} name={name} schema={schemas[name] ?? {}} />));
}

/** The text of a property's row, with white space as a reader sees it. */
function property(name: string): string {
  const row = shown("Odd")
    .querySelectorAll(".property")
    .find((candidate) => candidate.querySelector(".name")?.textContent === name);
  return row?.textContent.replaceAll(/\s+/g, " ").trim() ?? "";
}

describe("a union of 25 variants", () => {
  const rows = shown("Step").querySelectorAll("tbody tr");

  test("is a table with a row for each, and nothing of what is in them", () => {
    expect(rows.map((row) => row.querySelector("code")?.textContent)).toEqual(kinds);
    expect(shown("Step").querySelectorAll(".property")).toEqual([]);
  });

  test("links to each variant and says in a sentence what it is", () => {
    expect(rows[3]?.querySelector("a")?.getAttribute("href")).toBe("#schema-Kind3");
    expect(rows[3]?.textContent).toContain("Does kind.3.");
    expect(rows[3]?.textContent).not.toContain("And more.");
  });
});

test("without a mapping, the constant of a variant tells it", () => {
  const union = { oneOf: [{ $ref: "#/components/schemas/Kind7" }], discriminator: { propertyName: "type" } };
  const html = renderToString(<Schema document={document} name="Union" schema={union} />);
  expect(parse(html).querySelector("tbody code")?.textContent).toBe("kind.7");
});

test("a variant names what it shares and shows what is its own", () => {
  const variant = shown("Kind3");
  expect(variant.querySelector(".inherits")?.textContent).toBe("Everything of Base, and:");
  expect(variant.querySelectorAll(".property")).toHaveLength(1);
});

describe("a property", () => {
  test("has type, constraints, source and note", () => {
    expect(property("name")).toBe("name string or null required assumedSource: A guess.minLength: 1");
  });

  test.each([
    ["state", "state one of these deprecated one of 0, 1"],
    ["other", 'other any value none of "a", "b"'],
    ["parts", "parts array of object id integer (int32)"],
    ["steps", "steps array of Step"],
    ["byName", "byName object of string"],
    ["either", "either string or Step"],
    ["anything", "anything any value"],
  ])("%s reads well", (name, text) => {
    expect(property(name)).toContain(text);
  });

  test("shows a keyword that has no words of its own as the document writes it, but no extension", () => {
    expect(property("futureKeyword")).toBe('futureKeyword string contentSchema: {"type":"number"}');
  });
});

test("what is closed and what is open is said", () => {
  expect(shown("Odd").textContent).toContain("No other properties.");
  expect(shown("Base").textContent).toContain("Other properties may stand beside these.");
});
