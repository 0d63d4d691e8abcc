import { diffDocuments, type SpecChange } from "@np6/openapi-diff";
import type { JsonObject } from "@np6/openapi-document";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { proveChanges } from "./prove-changes.ts";
import { base, breaksTypes, type Edit, edited, kinds } from "./shop-changes.test-support.ts";

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
    expect(changes).toEqual([{ ...both, breaks: ["wire"], unshown: true }]);
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

describe("a break of the wire has a value that is valid on one side only", () => {
  const sampleOf = async (edit: Edit, direction: "request" | "response") => {
    const head = edited(edit);
    const { changes } = await proveChanges(diffDocuments(base, head), base, head);
    return changes.find((change) => change.direction === direction && change.breaks?.includes("wire"))
      ?.sample;
  };

  test("in a request, it was valid before", async () => {
    expect(await sampleOf(["[a], properties: { a", "[a, c], properties: { c: {}, a"], "request")).toEqual({
      a: "text",
    });
    expect(
      await sampleOf(["b: { type: number }", "b: { type: number, maximum: 5 }"], "request"),
    ).toMatchObject({
      b: expect.any(Number),
    });
    expect(await sampleOf(['{ type: [string, "null"] }', "{ type: string }"], "request")).toBeNull();
  });

  test("in an answer, it is valid only now", async () => {
    const order = await sampleOf(
      ["enum: [private, business]", "enum: [private, business, public]"],
      "response",
    );
    // The generated types list other values, so this is no break.
    expect(order).toBeUndefined();
    expect(
      await sampleOf(["note: { type: string }", 'note: { type: [string, "null"] }'], "response"),
    ).toMatchObject({ note: null });
    expect(await sampleOf(["[kind, lines, pair]", "[kind, lines]"], "response")).not.toHaveProperty("pair");
  });

  test("also in an operation that the document does not name", async () => {
    const [old, now] = ["{ type: number }", "{ type: number, maximum: 5 }"].map((b) => {
      const document = edited(["      operationId: placeOrder\n", ""]);
      return JSON.parse(
        JSON.stringify(document).replace('"b":{"type":"number"}', `"b":${JSON.stringify(parse(b))}`),
      ) as JsonObject;
    }) as [JsonObject, JsonObject];
    const { changes } = await proveChanges(diffDocuments(old, now), old, now);
    expect(changes.find(({ breaks }) => breaks?.includes("wire"))?.sample).toMatchObject({
      b: expect.any(Number),
    });
  });

  test("a break that no validator sees has none", async () => {
    const head = edited(["b: { type: number }", "b: { type: number, format: my-own }"]);
    const { changes } = await proveChanges(diffDocuments(base, head), base, head);
    expect(changes.find(({ breaks }) => breaks?.includes("wire"))).toMatchObject({ unshown: true });
  });
});

test("a name of the document that looks like a namespace stays as it is", async () => {
  const named = (type: string) =>
    edited(["note: { type: string }", `"api.key before.api.x": { type: ${type} }`]);
  const [old, now] = [named("string"), named("number")];
  const { changes } = await proveChanges(diffDocuments(old, now), old, now);
  expect(changes.find(breaksTypes)?.witness?.before).toMatch(/answer\["api\.key before\.api\.x"\];$/);
});
