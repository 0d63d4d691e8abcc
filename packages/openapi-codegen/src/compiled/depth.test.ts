import path from "node:path";
import { expect, it } from "vitest";
import { generate } from "../generate.ts";
import { temporaryFolder } from "../testing/temporary-folder.test-support.ts";
import { typeCheck } from "../testing/type-check.test-support.ts";

/** Levels of the document around the nested schemas. */
const around = 3;

const nestings: Readonly<Record<string, (inner: object) => object>> = {
  properties: (inner) => ({ type: "object", properties: { a: inner } }),
  "elements of arrays": (inner) => ({ type: "array", items: inner }),
  "parts of allOf": (inner) => ({ allOf: [inner, { type: "object", properties: { b: {} } }] }),
  alternatives: (inner) => ({ oneOf: [{ type: "string" }, { type: "object", properties: { a: inner } }] }),
};

function nested(levels: number, nest: (inner: object) => object): string {
  let schema: object = { type: "object", properties: { end: { type: "string" } } };
  const one = { x: 1 };
  const perNest = depthOf(nest(nest(nest(one)))) - depthOf(nest(nest(one)));
  for (let depth = depthOf(schema) + around; depth + perNest <= levels; depth += perNest)
    schema = nest(schema);
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Deep", version: "1" },
    paths: {},
    components: { schemas: { Deep: schema } },
  });
}

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

it.each(Object.entries(nestings))(
  "a document just below the limit of depth compiles: %s",
  {
    timeout: 300_000,
  },
  async (_, nest) => {
    const text = nested(500, nest);
    expect(depthOf(JSON.parse(text))).toBeGreaterThan(490);
    const folder = await temporaryFolder({ "package.json": '{"type":"module"}', "openapi.json": text });
    const at = (name: string) => path.join(folder, `${name}.gen.ts`);
    await generate({
      spec: path.join(folder, "openapi.json"),
      types: at("types"),
      operations: at("operations"),
      methods: at("methods"),
      validators: at("validators"),
    });
    expect(await typeCheck(folder, "typescript7")).toEqual({ code: 0, stdout: "", stderr: "" });
  },
);

it("one beyond it is refused with the limit and the way out, however deep", async () => {
  for (const levels of [505, 5_000, 200_000]) {
    const text = `{"openapi":"3.1.0","info":{"title":"a","version":"1"},"paths":{},"x-deep":${"[".repeat(levels)}${"]".repeat(levels)}}`;
    const folder = await temporaryFolder({ "openapi.json": text });
    const spec = path.join(folder, "openapi.json");
    await expect(generate({ spec, types: path.join(folder, "a.ts") })).rejects.toThrow(
      /openapi\.json#: the document is nested deeper than 500 levels; .*--max-depth$/,
    );
  }
});
