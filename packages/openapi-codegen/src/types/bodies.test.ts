import { createOperationTable } from "@np6/openapi-document";
import { describe, expect, it } from "vitest";
import { renderTypes } from "./render-types.ts";

const info = { title: "a", version: "1" };
const file = { type: "string", format: "binary" };

/** Renders the types and body formats of a document whose operation accepts one body and returns another. */
async function typesOf(request: object, answer: object, openapi = "3.1.0", schemas: object = {}) {
  const document = {
    openapi,
    info,
    paths: {
      "/a": {
        post: {
          requestBody: { content: request },
          responses: { 200: { description: "ok", content: answer } },
        },
      },
    },
    components: { schemas },
  };
  const { mediaTypes } = createOperationTable(document).table;
  return { mediaTypes, types: (await renderTypes(document, mediaTypes)).replaceAll(/\s+/g, " ") };
}

describe("a body has the type of what is on the wire", () => {
  it.each([
    ["application/octet-stream", {}, "Blob", "binary"],
    ["application/octet-stream", { schema: file }, "Blob", "binary"],
    ["application/octet-stream", { schema: { type: "object" } }, "Blob", "binary"],
    ["image/*", {}, "Blob", "binary"],
    ["text/plain", { schema: { type: "integer" } }, "string", "text"],
    ["text/plain", {}, "string", "text"],
    ["text/plain", { schema: { type: ["string", "null"] } }, "string", "text"],
    ["text/plain", { schema: { const: "ok" } }, '"ok"', "text"],
    ["application/xml", { schema: { type: "object", properties: { a: {} } } }, "string", "text"],
    ["application/x-ndjson", { schema: { type: "object" } }, "string", "text"],
    ["application/json", { schema: file }, "string", "json"],
    ["application/json", {}, "unknown", "json"],
    ["application/vnd.x", { schema: { type: "array", items: file } }, "string[]", "json"],
    ["application/vnd.x", { schema: file }, "Blob", "binary"],
  ])("%s with %o is %s", async (mediaType, content, type, format) => {
    const { types, mediaTypes } = await typesOf({}, { [mediaType]: content });
    expect(types).toContain(`"${mediaType}": ${type};`);
    expect(mediaTypes[mediaType]).toBe(format);
  });
});

describe("a part of a multipart body", () => {
  const part = { type: "string", contentMediaType: "image/png" };

  it.each([
    ["bytes of OpenAPI 3.0", file, "Blob"],
    ["a list of files", { type: "array", items: file }, "Blob[]"],
    ["a media type", part, "Blob"],
    ["a media type without a type", { contentMediaType: "application/octet-stream" }, "Blob"],
    ["a media type of text", { ...part, contentMediaType: "text/csv" }, "Blob | string"],
    ["bytes that are encoded as text", { ...part, contentEncoding: "base64" }, "string"],
    ["text", { type: "string" }, "string"],
    ["an object, which is JSON", { type: "object", properties: { inner: file } }, "inner?: string;"],
  ])("is what its schema says: %s", async (_, schema, expected) => {
    const { types } = await typesOf(
      { "multipart/form-data": { schema: { type: "object", properties: { it: schema } } } },
      {},
    );
    expect(types).toContain(expected.endsWith(";") ? expected : `it?: ${expected};`);
  });

  it("takes a file as well as text where its schema also describes JSON", async () => {
    const schema = { $ref: "#/components/schemas/Upload" };
    const { types } = await typesOf(
      { "multipart/form-data": { schema } },
      { "application/json": { schema } },
      "3.0.3",
      { Upload: { type: "object", properties: { it: file } } },
    );
    expect(types).toContain("it?: Blob | string;");
  });
});

describe("a part whose `encoding` says its media type", () => {
  it.each([
    ["bytes, where the schema says nothing", "image/png", {}, "Blob"],
    ["bytes of several types", "image/png, image/*", { type: "string" }, "Blob"],
    ["bytes, and several of them", "application/octet-stream", { type: "array", items: {} }, "Blob[]"],
    ["bytes, whatever text the schema describes", "application/pdf", { type: "string" }, "Blob"],
    ["text", "text/csv", { type: "string" }, "string"],
    ["JSON", "application/json", { type: "string" }, "string"],
    ["one that nobody knows", "", { type: "string" }, "string"],
  ])("is %s", async (_, contentType, part, expected) => {
    const schema = { type: "object", properties: { it: part, other: {} } };
    const { types } = await typesOf(
      { "multipart/form-data": { schema, encoding: { it: { contentType } } } },
      {},
    );
    expect(types).toContain(`it?: ${expected}; other?: unknown;`);
  });
});

describe("a property of one direction", () => {
  const User = {
    type: "object",
    required: ["id", "secret", "name"],
    properties: {
      id: { type: "integer", readOnly: true },
      secret: { type: "string", writeOnly: true },
      name: {},
    },
  };
  const json = { "application/json": { schema: { $ref: "#/components/schemas/User" } } };

  it.each([
    ["a request", json, {}, "readonly id?: number; secret: string; name: unknown;"],
    ["an answer", {}, json, "readonly id: number; secret?: string; name: unknown;"],
    ["both", json, json, "readonly id?: number; secret?: string; name: unknown;"],
  ])("is required in its direction alone: %s", async (_, request, answer, expected) => {
    const { types } = await typesOf(request, answer, "3.0.3", { User });
    expect(types).toContain(expected);
  });

  it("is read the other way round in a webhook: its consumer receives the request", async () => {
    const responses = { 200: { description: "ok" } };
    const document = {
      openapi: "3.1.0",
      info,
      webhooks: { changed: { post: { requestBody: { content: json }, responses } } },
      components: { schemas: { User } },
    };
    const types = (await renderTypes(document)).replaceAll(/\s+/g, " ");
    expect(types).toContain("readonly id: number; secret?: string; name: unknown;");
  });
});

describe("a discriminator", () => {
  const kind = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
  const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
  const declared = async (schemas: object) =>
    (await typesOf({}, {}, "3.0.3", schemas)).types.split("export type $defs")[0] ?? "";

  it("pins the arms of its union, where they do not say their value", async () => {
    const mapping = { a: "A", b: "#/components/schemas/B", bb: "B" };
    const types = await declared({
      Either: { oneOf: [to("A"), to("B")], discriminator: { propertyName: "kind", mapping } },
      Named: { oneOf: [to("A"), to("B")], discriminator: { propertyName: "kind" } },
      A: kind,
      B: kind,
    });
    expect(types).toContain('export type Either = (A & { kind: "a"; }) | (B & { kind: "b" | "bb"; });');
    expect(types).toContain('export type Named = (A & { kind: "A"; }) | (B & { kind: "B"; });');
    expect(types).toContain("export interface A { kind: string; }");
  });

  it("pins what is made of a schema by allOf, and what is made of that", async () => {
    const mapping = { animal: "Animal", cat: "Cat", kitten: "Kitten" };
    const types = await declared({
      Animal: { ...kind, discriminator: { propertyName: "kind", mapping } },
      Cat: { allOf: [to("Animal"), { type: "object", properties: { lives: {} } }] },
      Kitten: { allOf: [to("Cat")] },
      Stray: { allOf: [to("Animal")] },
      Pet: { oneOf: [to("Cat"), to("Kitten")], discriminator: { propertyName: "kind", mapping } },
      Owner: { type: "object", properties: { pet: { nullable: true, allOf: [to("Animal")] } } },
    });
    expect(types).toContain("export interface Animal { kind: string; }");
    expect(types).toContain('export type Cat = Animal & { lives?: unknown; kind: "cat" | "kitten"; };');
    expect(types).toContain('export type Kitten = Cat & { kind: "kitten"; };');
    expect(types).toContain("export type Stray = Animal;");
    expect(types).toContain("export type Pet = Cat | Kitten;");
    expect(types).toContain("export interface Owner { pet?: Animal; }");
  });
});
