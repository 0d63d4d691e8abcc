import ts from "typescript";
import { expect, it } from "vitest";
import { renderTypes } from "./render-types.ts";

const info = { title: "a", version: "1" };

/** Renders the declaration of one component schema, on one line. */
async function typeOfSchema(schema: unknown): Promise<string> {
  const types = await renderTypes({
    openapi: "3.0.3",
    info,
    paths: {},
    components: { schemas: { It: schema } },
  });
  return declarationOf("It", types);
}

function declarationOf(name: string, types: string): string {
  const found = new RegExp(
    `^export (?:type|interface) (${name} [^]*?)\\n(?=export|/\\*\\*|$(?![^]))`,
    "m",
  ).exec(types);
  return (found?.[1] ?? "").replaceAll(/\s+/g, " ").trim();
}

it.each([
  ["a bare object is open", { type: "object" }, "It = Record<string, unknown>;"],
  [
    "a closed empty object stays empty",
    { type: "object", additionalProperties: false },
    "It = Record<string, never>;",
  ],
  [
    "a free-form object is open",
    { type: "object", additionalProperties: true },
    "It { [key: string]: unknown; }",
  ],
  [
    "a described object has no index signature",
    { type: "object", properties: { a: { type: "string" } } },
    "It { a?: string; }",
  ],
  ["a binary string is a Blob", { type: "string", format: "binary" }, "It = Blob;"],
  [
    "a binary property that may be null keeps its null",
    { type: "object", properties: { a: { type: "string", format: "binary", nullable: true } } },
    "It { /** Format: binary */ a?: Blob | null; }",
  ],
  ["a base64 string stays a string", { type: "string", format: "byte" }, "It = string;"],
  ["an enum is a union of literals", { type: "string", enum: ["a", "b"] }, 'It = "a" | "b";'],
  [
    "a default does not make a property required",
    { type: "object", properties: { a: { type: "integer", default: 1 } } },
    "It { /** @default 1 */ a?: number; }",
  ],
])("%s", async (_, schema, expected) => {
  expect(await typeOfSchema(schema)).toBe(expected);
});

it("reads a discriminator mapping by plain schema name", async () => {
  const types = await renderTypes({
    openapi: "3.1.0",
    info,
    components: {
      schemas: {
        Pet: {
          oneOf: [{ $ref: "#/components/schemas/Dog" }],
          discriminator: { propertyName: "kind", mapping: { "a dog": "Dog" } },
        },
        Dog: { type: "object", required: ["kind"], properties: { kind: { type: "string" } } },
      },
    },
  });
  expect(types).toContain('kind: "a dog";');
});

it("declares the operations of the table, each once, and none of webhooks", async () => {
  const types = await renderTypes({
    openapi: "3.1.0",
    info,
    paths: {
      "/a": { $ref: "#/components/pathItems/Shared" },
      "/b": { $ref: "#/components/pathItems/Shared" },
      "/c": { $ref: "#/components/pathItems/Named" },
    },
    webhooks: { happened: { post: { operationId: "happened" } } },
    components: { pathItems: { Shared: { get: {} }, Named: { get: { operationId: "named" } } } },
  });
  const [, operations = ""] = types.split("export interface operations");
  expect([...operations.matchAll(/^ {4}(\w+): \{$/gm)].map(([, name]) => name)).toEqual([
    "getA",
    "getB",
    "named",
  ]);
});

it.each(["a#b", "constructor", "__proto__", 'it\'s "a" `b`', "a/b~1%2F", "é"])(
  "names an operation as the document does: %s",
  async (operationId) => {
    const document = {
      openapi: "3.1.0",
      info,
      paths: { "/a": { get: { operationId, summary: "Does it." } } },
    };
    const source = await renderTypes(document);
    const file = ts.createSourceFile("types.ts", source, ts.ScriptTarget.Latest);
    const operations = file.statements.find(
      (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === "operations",
    ) as ts.InterfaceDeclaration;
    expect(operations.members.map(({ name }) => (name as ts.StringLiteral).text)).toEqual([operationId]);
    expect(source.match(/\/\*\* Does it\. \*\//g)).toHaveLength(2);
  },
);

it("has the methods of OpenAPI 3.2", async () => {
  const document = {
    openapi: "3.2.0",
    info,
    paths: {
      "/a/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
        query: {
          operationId: "find",
          requestBody: { content: { "application/json": { schema: { type: "string" } } } },
          responses: { 200: { content: { "application/jsonl": { itemSchema: { type: "object" } } } } },
        },
        additionalOperations: { COPY: { operationId: "copy", responses: { 204: {} } } },
      },
    },
  };
  const source = await renderTypes(document);
  expect(source).toContain('"query": operations["find"];\n        "COPY": operations["copy"];');
  expect(source).toContain('"application/jsonl": string;');
  expect(source.match(/id: number;/g)).toHaveLength(3);
  expect(source).not.toContain("np6-codegen");
});

it("leaves the document as it was", async () => {
  const document = {
    openapi: "3.1.0",
    info,
    paths: { "/a": { get: {} } },
    webhooks: { happened: { post: { operationId: "happened" } } },
  };
  const before = JSON.stringify(document);
  await renderTypes(document);
  expect(JSON.stringify(document)).toBe(before);
});

it("keeps a header optional that is given by reference and not required", async () => {
  const headers = {
    Always: { $ref: "#/components/headers/Always" },
    Sometimes: { $ref: "#/components/headers/Sometimes" },
  };
  const ok = { description: "ok", headers };
  const types = await renderTypes({
    openapi: "3.1.0",
    info,
    paths: { "/a": { get: { responses: { 200: ok, 400: { $ref: "#/components/responses/Refused" } } } } },
    components: {
      headers: {
        Always: { required: true, schema: { type: "string" } },
        Sometimes: { schema: { type: "string" } },
      },
      responses: { Refused: { description: "no", headers } },
    },
  });
  expect([...types.matchAll(/\bSometimes\?: string;/g)]).toHaveLength(2);
  // Two responses, and the header component itself.
  expect([...types.matchAll(/\bAlways: string;/g)]).toHaveLength(3);
});

it("describes operations where a client's methods come from, and marks what is deprecated everywhere", async () => {
  const types = await renderTypes({
    openapi: "3.1.0",
    info,
    paths: {
      "/a": {
        get: {
          operationId: "list/old",
          summary: "Lists.",
          description: "Ends */ soon.",
          deprecated: true,
          parameters: [{ name: "page", in: "query", deprecated: true, schema: { type: "integer" } }],
          responses: {},
        },
        put: { operationId: "plain", responses: {} },
      },
    },
    components: {
      schemas: { It: { type: "object", properties: { flow: { type: "string", deprecated: true } } } },
    },
  });
  const flat = types.replaceAll(/\s+/g, " ");
  const comment = "/** * Lists. * * Ends *\\/ soon. * @deprecated */";
  expect(flat).toContain(`${comment} get: operations["list/old"];`);
  expect(flat).toContain(`export interface operations { ${comment} "list/old": {`);
  expect(flat).toContain("/** @deprecated */ page?: number;");
  expect(flat).toContain("/** @deprecated */ flow?: string;");
  expect(flat).toMatch(/\}; plain: \{/);
});
