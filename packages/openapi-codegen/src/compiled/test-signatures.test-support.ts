import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { generate } from "../generate.ts";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { type Compiler, typeCheck } from "../testing/type-check.test-support.ts";

const json = (schema: object, mediaType = "application/json") => ({
  description: "ok",
  content: { [mediaType]: { schema } },
});
const id = { name: "id", in: "path", required: true, schema: { type: "integer" } };
const thing = { type: "object", required: ["name"], properties: { name: { type: "string" } } };

/** A document with various kinds of operations. */
export const document: Record<string, unknown> = {
  openapi: "3.1.0",
  info: { title: "Things", version: "1" },
  paths: {
    "/things": {
      get: {
        operationId: "list things",
        summary: "Lists.",
        description: "Not */ all.\nTwo lines.",
        deprecated: true,
        parameters: [{ name: "page", in: "query", schema: { type: "integer" } }],
        responses: { 200: json({ type: "array", items: thing }), default: json({ type: "string" }) },
      },
      post: {
        operationId: "createThing",
        parameters: [{ name: "X-Trace", in: "header", required: true, schema: { type: "string" } }],
        requestBody: { required: true, ...json(thing) },
        responses: { 201: json(thing), 202: { description: "later" }, 409: json({ type: "string" }) },
      },
    },
    "/things/{id}": {
      parameters: [id, { name: "q", in: "query", required: true, schema: { type: "string" } }],
      put: {
        operationId: "replaceThing",
        // Declared again, as optional.
        parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
        requestBody: json(thing, "application/vnd.example.thing-v1"),
        responses: { "2XX": json(thing) },
      },
    },
    "/things/{id}/name": {
      parameters: [id],
      delete: { operationId: "deleteThing", responses: { 204: { description: "gone" } } },
    },
    "/versions": {
      get: {
        operationId: "two-answers",
        responses: { 200: { description: "ok", content: { "a/b": {}, "c/d": {} } } },
      },
      put: {
        operationId: "twoBodies",
        requestBody: { content: { "a/b": { schema: thing }, "c/d": { schema: thing } } },
        responses: { 204: { description: "ok" } },
      },
      post: { operationId: "onlyDefault", responses: { default: json({ type: "number" }) } },
    },
  },
};

const use = `import type { Methods, OperationInSeveralMediaTypes } from "./methods.gen.js";
import type { operations } from "./types.gen.js";

declare const api: Methods<{ signal?: AbortSignal }>;
export const listed: Promise<{ name: string }[]> = api["list things"]();
export const paged: Promise<{ name: string }[]> = api["list things"]({ query: { page: 1 }, signal: AbortSignal.abort() });
export const created: Promise<{ name: string } | undefined> = api.createThing({
  header: { "X-Trace": "1" },
  body: { name: "a" },
  contentType: "application/json",
});
export const replaced: Promise<{ name: string }> = api.replaceThing({ path: { id: 1 }, query: {} });
export const deleted: Promise<undefined> = api.deleteThing({ path: { id: 1 } });
export const fallback: Promise<number> = api.onlyDefault();
export const all: (name: keyof operations) => keyof typeof api | OperationInSeveralMediaTypes = (name) => name;
export const several: OperationInSeveralMediaTypes[] = ["two-answers", "twoBodies"];
// @ts-expect-error a header is required
api.createThing({ body: { name: "a" } });
// @ts-expect-error a body is required
api.createThing({ header: { "X-Trace": "1" } });
// @ts-expect-error not the media type of the body
api.replaceThing({ path: { id: 1 }, body: { name: "a" }, contentType: "application/json" });
// @ts-expect-error accepts no body
api.deleteThing({ path: { id: 1 }, body: { name: "a" } });
// @ts-expect-error has no such parameter
api["list things"]({ query: { colour: "red" } });
// @ts-expect-error needs its path
api.deleteThing();
// @ts-expect-error in several media types, so it has no signature
api.twoBodies;
`;

/** Makes a folder with that document, and options that generate types and signatures into it. */
export async function things(): Promise<{
  folder: string;
  options: { spec: string; types: string; methods: string };
}> {
  const folder = await temporaryFolder({ "things.json": JSON.stringify(document), "use.ts": use });
  const options = {
    spec: path.join(folder, "things.json"),
    types: path.join(folder, "types.gen.ts"),
    methods: path.join(folder, "methods.gen.ts"),
  };
  return { folder, options };
}

/** Tests generated signatures with a compiler. */
export function testSignatures(compiler: Compiler): void {
  it(`the file of method signatures is what ${compiler} takes for the document`, async () => {
    const { folder, options } = await things();
    await generate(options);
    expect(await typeCheck(folder, compiler)).toMatchObject({ code: 0, stdout: "" });
    await writeFile(path.join(folder, "use.ts"), use.replace("Promise<undefined>", "Promise<string>"));
    expect(await typeCheck(folder, compiler)).toMatchObject({
      stdout: expect.stringMatching(/use\.ts\(\d+,14\): error TS2322/),
    });
  });
}
