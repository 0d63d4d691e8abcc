import { expect, it } from "vitest";
import { renderTypes } from "./render-types.ts";

/** Renders the types of a document whose operation accepts `Sent` and returns `Answered`, both with the same schema. */
async function typesOf(
  schema: object,
  more: object = {},
  openapi = "3.1.0",
): Promise<Record<"sent" | "answered" | "all", string>> {
  const json = (name: string) => ({
    content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
  });
  const all = await renderTypes({
    openapi,
    info: { title: "a", version: "1" },
    paths: {
      "/a": {
        post: { requestBody: json("Sent"), responses: { 200: { description: "ok", ...json("Answered") } } },
      },
    },
    components: { schemas: { Sent: schema, Answered: structuredClone(schema), ...more } },
  });
  const declaration = (name: string): string =>
    (new RegExp(`export (?:type|interface) ${name}\\b([^]*?)\\nexport `).exec(all)?.[1] ?? "")
      .replaceAll(/\s+/g, " ")
      .trim();
  return { sent: declaration("Sent"), answered: declaration("Answered"), all };
}

const field = { type: "object", properties: { a: { type: "string" } } };

it.each([
  [
    "an object that describes its fields has others too",
    field,
    "{ a?: string; [field: Unrecognized]: unknown; }",
  ],
  ["an object that forbids others has none", { ...field, additionalProperties: false }, "{ a?: string; }"],
  [
    "an object whose whole forbids others has none",
    { unevaluatedProperties: false, allOf: [field] },
    "{ a?: string; }",
  ],
  [
    "an object that says what others are keeps that",
    { ...field, additionalProperties: true },
    "{ a?: string; [key: string]: unknown; }",
  ],
  ["a list of strings has others", { type: "string", enum: ["a", "b"] }, '= "a" | "b" | Unrecognized;'],
  ["a list of numbers has others", { type: "integer", enum: [0, 1] }, "= 0 | 1 | UnrecognizedNumber;"],
  [
    "a list that knows null keeps it",
    { type: ["string", "null"], enum: ["a", "b", null] },
    '= "a" | "b" | null | Unrecognized;',
  ],
  ["a list of one is a constant", { type: "string", enum: ["a"] }, '= "a";'],
  ["a list of flags is complete", { type: "boolean", enum: [true, false] }, "= true | false;"],
  [
    "what is deep in it is open as well",
    { type: "array", items: { ...field, properties: { b: { enum: ["a", "b"] } } } },
    '= { b?: "a" | "b" | Unrecognized; [field: Unrecognized]: unknown; }[];',
  ],
])("in an answer, %s", async (_, schema, expected) => {
  const { answered, sent } = await typesOf(schema);
  expect(answered).toBe(expected);
  expect(sent).not.toContain("Unrecognized");
});

it("keeps the null of OpenAPI 3.0 and the description of a list that was opened", async () => {
  const listed = { type: "string", nullable: true, enum: ["x", "y", null], description: "Which one" };
  const { all } = await typesOf({ type: "object", properties: { a: listed } }, {}, "3.0.3");
  expect(all).toMatch(/\/\*\* Which one \*\/\s+a\?: "x" \| "y" \| null \| Unrecognized;/);
});

it("opens a schema that requests and answers share, so that what was read can be sent back", async () => {
  const shared = { type: "object", properties: { part: { $ref: "#/components/schemas/Part" } } };
  const { all } = await typesOf(shared, { Part: field });
  expect(all).toMatch(/export interface Part \{\s+a\?: string;\s+\[field: Unrecognized\]: unknown;/);
});

it("declares the markers only where they are used", async () => {
  const { all } = await typesOf({ ...field, additionalProperties: false });
  expect(all).not.toContain("Unrecognized");
});
