import { diffDocuments, type SpecChange } from "@np6/openapi-diff";
import type { JsonObject } from "@np6/openapi-document";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { createOperationTable } from "../document/read-document.ts";
import { renderMethods } from "../operations/render-methods.ts";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { typeCheck } from "../testing/type-check.test-support.ts";
import { renderTypes } from "../types/render-types.ts";
import { proveChanges } from "./prove-changes.ts";

const document = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
  /orders/{id}:
    post:
      operationId: placeOrder
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: tag, in: query, schema: { type: [string, "null"] } }
      requestBody:
        content:
          application/json:
            schema: { type: object, required: [a], properties: { a: { type: string }, b: { type: number } } }
      responses:
        "200":
          description: d
          headers: { X-Cost: { required: true, schema: { type: string } } }
          content: { application/json: { schema: { $ref: "#/components/schemas/Order" } } }
        "404": { description: d }
webhooks:
  ordered:
    post:
      requestBody: { content: { application/json: { schema: { type: object, required: [w], properties: { w: { type: string } } } } } }
      responses: { "204": { description: d } }
components:
  schemas:
    Order:
      type: object
      required: [kind, lines, pair]
      properties:
        kind: { type: string, enum: [private, business] }
        note: { type: string }
        lines: { type: array, items: { $ref: "#/components/schemas/Line" } }
        pair: { type: array, prefixItems: [{ type: string }, { type: number }], items: false, minItems: 2 }
        more: { type: object, additionalProperties: { type: string } }
    Line:
      oneOf:
        - { type: object, required: [type, text], properties: { type: { const: text }, text: { type: string } } }
        - { type: object, required: [type, count], properties: { type: { const: count }, count: { type: number } } }
    Unused: { type: object, properties: { u: { type: string } } }
`;

/** Text of the document, and what stands there afterwards. */
type Edit = readonly [from: string, to: string];

const kinds: readonly (readonly [string, Edit, RegExp?])[] = [
  ["a field of an answer that is gone", ["        note: { type: string }\n", ""], /answer\.note/],
  ["a field deep in a variant that is gone", ["text: { type: string } } }", "other: { type: string } } }"]],
  [
    "a required field of an answer that may be missing",
    ["[kind, lines, pair]", "[kind, lines]"],
    /answer\.pair/,
  ],
  ["a field of a request that is gone", [", b: { type: number }", ""], /b: given/],
  [
    "a field of a request that is new and has to be given",
    ["[a], properties: { a", "[a, c], properties: { c: {}, a"],
  ],
  ["another type in an answer", ["note: { type: string }", "note: { type: number }"], /answer\.note/],
  ["another type in a request", ["b: { type: number }", "b: { type: string }"]],
  ["null in an answer", ["note: { type: string }", 'note: { type: [string, "null"] }'], /answer\.note/],
  ["no null in a parameter", ['{ type: [string, "null"] }', "{ type: string }"]],
  ["a value that is gone", ["enum: [private, business]", "enum: [private]"]],
  ["an item of a tuple", ["{ type: string }, { type: number }]", "{ type: string }, { type: string }]"]],
  [
    "further properties",
    ["additionalProperties: { type: string }", "additionalProperties: { type: number }"],
  ],
  ["a parameter that became required", ["in: query, schema", "in: query, required: true, schema"]],
  ["a parameter that is called otherwise", ["name: tag", "name: label"]],
  ["a parameter in another place", ["name: tag, in: query", "name: tag, in: header"]],
  [
    "a body that became required",
    ["requestBody:\n        content", "requestBody:\n        required: true\n        content"],
  ],
  [
    "another media type",
    [
      "application/json:\n            schema: { type: object, required: [a]",
      "text/csv:\n            schema: { type: object, required: [a]",
    ],
  ],
  ["another status", ['"200":', '"201":'], /"200"/],
  ["a refusal that is gone", ['        "404": { description: d }\n', ""], /"404"/],
  [
    "a header that is gone",
    ["headers: { X-Cost: { required: true, schema: { type: string } } }\n          ", ""],
    /X-Cost/,
  ],
  ["another operationId", ["placeOrder", "order"], /placeOrder/],
  ["another path", ["/orders/{id}", "/order/{id}"], /orders/],
  ["another method", ["    post:\n      operationId", "    put:\n      operationId"]],
  [
    "a type with a name that is gone",
    ["    Unused: { type: object, properties: { u: { type: string } } }\n", ""],
    /Unused/,
  ],
  ["a type that no operation uses", ["{ u: { type: string } }", "{ u: { type: number } }"], /\.u/],
  [
    "a field of a webhook that is gone",
    [", required: [w], properties: { w: { type: string } }", ""],
    /answer\.w/,
  ],
];

const edited = ([from, to]: Edit): JsonObject => {
  expect(document.split(from).length).toBeGreaterThan(1);
  return parse(document.replace(from, to)) as JsonObject;
};
const base = parse(document) as JsonObject;
const breaksTypes = ({ bump, breaks }: SpecChange) => bump === "major" && breaks?.includes("types") === true;

describe("each break of types has code that stops compiling", () => {
  test.each(kinds.map(([what, edit, names = /./]) => [what, edit, names] as const))(
    "%s",
    async (_what, edit, names) => {
      const head = edited(edit);
      const { changes } = await proveChanges(diffDocuments(base, head), base, head);
      const broken = changes.filter(breaksTypes);
      expect(broken).not.toEqual([]);
      for (const change of broken) expect(change).toMatchObject({ witness: { before: expect.any(String) } });
      expect(broken[0]?.witness?.before).toMatch(names);
    },
  );
});

test("another compiler says the same of all of that code", async () => {
  const types = async (of: JsonObject) => {
    const { table } = createOperationTable(of);
    const methods = renderMethods(of, table, "./types").replace(/^import type .*\n/, "");
    return `${await renderTypes(of, table.mediaTypes)}\n${methods}
export type Of<Type, Name extends PropertyKey> = Type extends { readonly [Key in Name]?: infer Value } ? Value : never;
export type Calls = Methods<unknown>;\n`;
  };
  const files: Record<string, string> = { "old.ts": await types(base) };
  const expected: string[] = [];
  for (const [index, [, edit]] of kinds.entries()) {
    const head = edited(edit);
    const { changes } = await proveChanges(diffDocuments(base, head), base, head);
    files[`now${index}.ts`] = await types(head);
    for (const [at, { witness }] of changes.filter(breaksTypes).entries()) {
      for (const [side, module] of [
        ["old", "old"],
        ["now", `now${index}`],
        ["mended", `now${index}`],
      ]) {
        const code = side === "mended" ? witness?.after : witness?.before;
        if (code === undefined) continue;
        const prefixed = code.replaceAll(
          /(?<![.\w"])(operations|paths|webhooks|components|Calls|Of|Unused|Order|Line)(?=[[<)]|\b)/g,
          "api.$1",
        );
        files[`witness-${index}-${at}-${side}.ts`] =
          `import type * as api from "./${module}.js";\nimport type * as before from "./old.js";\n${prefixed.replaceAll("before.api.", "before.")}\nexport type Kept = before.paths;\n`;
        if (side === "now") expected.push(`witness-${index}-${at}-now.ts`);
      }
    }
  }
  const folder = await temporaryFolder(files);
  const { stdout } = await typeCheck(folder, "typescript7", {
    exactOptionalPropertyTypes: false,
    noUncheckedIndexedAccess: false,
  });
  const failing = new Set([...stdout.matchAll(/^(witness-[\d-]+\w+\.ts)\(/gm)].map(([, name]) => name));
  expect([...failing].sort()).toEqual(expected.sort());
}, 60_000);

describe("what is not proved", () => {
  const at = "#/components/schemas/Order/properties/kind";
  const claimed: SpecChange = {
    pointer: at,
    direction: "response",
    bump: "major",
    breaks: ["types"],
    message: "`kind` of `Order` is another.",
  };

  test("keeps its bump and says so, when the types differ elsewhere only", async () => {
    const head = edited(["note: { type: string }", "note: { type: number }"]);
    const { changes, bump } = await proveChanges({ bump: "major", changes: [claimed] }, base, head);
    expect({ changes, bump }).toEqual({ changes: [{ ...claimed, unproved: true }], bump: "major" });
  });

  test("breaks the wire alone, when the compiler accepts old code for every use of the place", async () => {
    const both: SpecChange = { ...claimed, breaks: ["types", "wire"] };
    const { changes } = await proveChanges({ bump: "major", changes: [both] }, base, structuredClone(base));
    expect(changes).toEqual([{ ...both, breaks: ["wire"] }]);
  });

  test("is what it was, when it breaks no types", async () => {
    const diff = diffDocuments(
      base,
      edited(["note: { type: string }", "note: { type: string }\n        fresh: { type: string }"]),
    );
    const text = {
      bump: "minor" as const,
      changes: [{ pointer: at, bump: "minor" as const, message: "It is new." }],
    };
    expect(diff.changes.every(breaksTypes)).toBe(false);
    expect(await proveChanges(text, base, base)).toBe(text);
  });
});

test("code after the change is shown where the place is still there", async () => {
  const head = edited(["note: { type: string }", "note: { type: number }"]);
  const { changes } = await proveChanges(diffDocuments(base, head), base, head);
  const type = 'operations["placeOrder"]["responses"]["200"]["content"]["application/json"]';
  expect(changes.find(breaksTypes)?.witness).toEqual({
    before: `export const read = (answer: ${type}): undefined | string => answer.note;`,
    after: `export const read = (answer: ${type}): undefined | number => answer.note;`,
  });
});
