import path from "node:path";
import type { LoadedDocument } from "@np6/openapi-document/reading";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { loadDocument } from "./read-document.ts";

async function load(document: unknown): Promise<LoadedDocument> {
  const folder = await temporaryFolder({ "openapi.json": JSON.stringify(document) });
  return loadDocument(path.join(folder, "openapi.json"));
}

function withSchema(schema: unknown): object {
  return {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: {},
    components: { schemas: { A: schema } },
  };
}

function withOperation(operation: unknown, others: object = {}): object {
  return {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: { "/a": { get: operation, ...others } },
  };
}

const OK = { 200: { description: "ok" } };

describe("a malformed place is told in one line, with its pointer, the rule and what came", () => {
  it.each([
    [
      "null for a schema",
      withSchema({ properties: { name: null } }),
      "/components/schemas/A/properties/name",
      /expected a Schema Object \(an object\), found null; write \{\}/,
    ],
    [
      "a number for a text",
      withOperation({ summary: 2024, responses: OK }),
      "/paths/~1a/get/summary",
      /summary must be a string, and is the number 2024; quote it/,
    ],
    [
      "an object for a list",
      withSchema({ allOf: {} }),
      "/components/schemas/A/allOf",
      /allOf must be a list, and is an empty object/,
    ],
    [
      "a list for an object",
      withSchema({ properties: [] }),
      "/components/schemas/A/properties",
      /properties must be an object, and is an empty list/,
    ],
    [
      "a number for a $ref",
      withSchema({ $ref: 5 }),
      "/components/schemas/A",
      /\$ref must be a string, and is the number 5/,
    ],
    [
      "parameters that are no list",
      withOperation({ parameters: { id: {} }, responses: OK }),
      "/paths/~1a/get/parameters",
      /parameters must be a list, and is an object/,
    ],
    [
      "responses that are a list",
      withOperation({ responses: [] }),
      "/paths/~1a/get/responses",
      /expected a Responses Object \(an object\), found an empty list/,
    ],
    ["a text for an operation", withOperation("no"), "/paths/~1a/get", /expected an Operation Object/],
    [
      "a text for a flag",
      withOperation({ deprecated: "yes", responses: OK }),
      "/paths/~1a/get/deprecated",
      /deprecated must be true or false, and is the text "yes"/,
    ],
    [
      "a text for a number",
      withSchema({ maxLength: "10" }),
      "/components/schemas/A/maxLength",
      /maxLength must be a number/,
    ],
    ["null in a list", withSchema({ oneOf: [{}, null] }), "/components/schemas/A/oneOf/1", /found null/],
    [
      "a type that is an object",
      withSchema({ type: {} }),
      "/components/schemas/A/type",
      /type must be a string/,
    ],
    [
      "a schema of nothing but itself",
      withSchema({ oneOf: [{ $ref: "#/components/schemas/A" }] }),
      "/components/schemas/A",
      /nothing but itself/,
    ],
    [
      "a parameter of the whole query (3.2)",
      withOperation({ parameters: [{ name: "q", in: "querystring", content: {} }], responses: OK }),
      "/paths/~1a/get/parameters/0/in",
      /"querystring" \(OpenAPI 3\.2\) are not supported/,
    ],
  ])("%s", async (_, document, pointer, reason) => {
    const error = await load(document).then(
      () => undefined,
      (cause: unknown) => cause as Error,
    );
    expect(error?.name).toBe("CodegenError");
    expect(error?.message).toMatch(reason);
    const [first = ""] = error?.message.split("\n") ?? [];
    expect(first).toContain(`openapi.json#${pointer}: `);
  });

  it("all of them at once", async () => {
    await expect(load(withSchema({ properties: { a: null, b: 5 }, allOf: {} }))).rejects.toThrow(
      /^[^\n]*\/properties\/a: [^\n]*\n {2}[^\n]*\/properties\/b: [^\n]*\n {2}[^\n]*\/allOf: [^\n]*$/,
    );
  });
});

describe("what is probably a mistake is a warning", () => {
  it.each([
    ["an unknown type", withSchema({ type: "strnig" }), '/components/schemas/A/type: "strnig" is no type'],
    [
      "a parameter in body",
      withOperation({ parameters: [{ name: "a", in: "body" }], responses: OK }),
      '/parameters/0/in: a parameter is in path, query, header or cookie; this one is in "body" and is ignored; describe it as requestBody',
    ],
    [
      "a parameter without a name",
      withOperation({ parameters: [{ in: "query" }], responses: OK }),
      "/parameters/0: a parameter without a name is ignored",
    ],
    [
      "a path with a query",
      { ...withSchema({}), paths: { "/a?b=c": { get: { responses: OK } } } },
      "/paths/~1a?b=c: the path /a?b=c has a query",
    ],
    [
      "two paths that are one",
      { ...withSchema({}), paths: { "/a/{b}": {}, "/a/{c}": {} } },
      "/paths/~1a~1{c}: /a/{c} and /a/{b} are one path on the wire",
    ],
    [
      "an empty text",
      withOperation({ description: null, responses: OK }),
      "/get/description: description is empty (null)",
    ],
  ])("%s", async (_, document, warning) => {
    const { warnings } = await load(document);
    expect(warnings).toEqual([expect.stringContaining(warning)]);
  });

  it("once for each kind, with a count", async () => {
    const properties = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`p${index}`, { type: "text" }]),
    );
    const { warnings } = await load(withSchema({ properties }));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(
      /properties\/p0\/type: .* \(49 more like this: .*p1\/type, .*p2\/type, .*p3\/type, …\)$/,
    );
  });
});

describe("a schema that leads back to itself alone", () => {
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  it.each([
    ["allOf", { A: { allOf: [ref("A")] } }],
    ["oneOf", { A: { oneOf: [{ type: "string" }, ref("B")] }, B: { anyOf: [ref("A")] } }],
    ["a place inside", { A: { properties: { b: { allOf: [ref("A/properties/b")] } } } }],
    ["not, and a condition", { A: { not: ref("B") }, B: { if: {}, else: ref("A") } }],
    [
      "inheritance whose parent is one of its children",
      {
        A: { oneOf: [ref("B")], discriminator: { propertyName: "kind" } },
        B: { allOf: [ref("A"), { type: "object" }] },
      },
    ],
  ])("is refused: %s", async (_, schemas) => {
    await expect(load({ ...withSchema({}), components: { schemas } })).rejects.toThrow(
      /#\/components\/schemas\/[AB](?:\/\S+)?: .*leads back to itself/,
    );
  });
});

it("a component that is null is refused with its pointer, like every null for an object", async () => {
  await expect(load({ ...withSchema({}), components: { schemas: { N: null } } })).rejects.toThrow(
    /openapi\.json#\/components\/schemas\/N: expected a Schema Object \(an object\), found null; write \{\}/,
  );
});
