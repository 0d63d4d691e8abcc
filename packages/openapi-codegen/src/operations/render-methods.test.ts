import { createOperationTable } from "@np6/openapi-document";
import { describe, expect, it } from "vitest";
import { document, things } from "../compiled/test-signatures.test-support.ts";
import { generate } from "../generate.ts";
import { renderMethods } from "./render-methods.ts";

const rendered = (of: object = document) =>
  renderMethods(of as never, createOperationTable(of).table, "./types.gen.js");

describe("the file of method signatures", () => {
  it("describes an operation as its author did, and says that it is deprecated", () => {
    expect(rendered()).toContain(`    /**
     * Lists.
     *
     * Not *\\/ all.
     * Two lines.
     * @deprecated
     * @throws when the API refuses the call, no usable response arrives or the input is wrong; see \`kind\`
     * @example
     * await client["list things"]();
     */
    readonly "list things": (input?: ListThingsInput & CallOptions) => CallPromise<ListThingsResult>;
`);
  });

  it("says what is thrown, and shows a call with the document's examples, also where nobody described anything", () => {
    const of = (value: unknown, more: object = {}) =>
      rendered({
        openapi: "3.1.0",
        info: { title: "Odd", version: "1" },
        paths: {
          "/run/{id}": {
            post: {
              operationId: "run",
              parameters: [{ name: "id", in: "path", required: true, schema: {}, example: "a b" }],
              requestBody: {
                required: true,
                content: { "application/json": { schema: {}, example: value } },
              },
              responses: { 200: { description: "" }, 404: { description: "" }, "5XX": { description: "" } },
              ...more,
            },
          },
        },
      });
    expect(of({ to: ["x"], "a-b": 1 })).toContain(`    /**
     * @throws when the API refuses the call (404, 5XX), no usable response arrives or the input is wrong; see \`kind\`
     * @example
     * await client.run({ path: { id: "a b" }, body: { to: [ "x" ], "a-b": 1 } });
     */
`);
    const lines = of({ one: "x".repeat(60), two: { three: "y".repeat(20) } });
    expect(lines).toContain(`body: {
     *   one: "${"x".repeat(60)}",
     *   two: {
     *     three: "${"y".repeat(20)}"
     *   }
     * } });`);
    expect(of("x".repeat(2_000))).toContain('await client.run({ path: { id: "a b" }, body });');
  });

  it("lets nothing of an example end the comment, or begin a tag", () => {
    const example = { a: "*/ export const evil = 1; /*", b: "see @deprecated {@link x}", c: "\u202e\u0000" };
    const schema = { content: { "application/json": { schema: {}, example } }, required: true };
    const operation = { operationId: "run", requestBody: schema, responses: { 200: { description: "" } } };
    const text = rendered({
      openapi: "3.1.0",
      info: { title: "Odd", version: "1" },
      paths: { "/run": { post: operation } },
    });
    expect(text).toContain('"*\\/ export const evil = 1; /*"');
    expect(text).toContain('"see \\u0040deprecated {\\u0040link x}"');
    expect(text).toContain('"\\u202e\\u0000"');
  });

  it("computes nothing from types", () => {
    expect(rendered()).not.toMatch(/\b(?:extends|infer|keyof|Pick|Omit)\b/);
  });

  it("names what an operation takes and answers, of several media types in the first", () => {
    const body = (...types: string[]) => Object.fromEntries(types.map((type) => [type, { schema: {} }]));
    const of = (...types: string[]) => ({
      openapi: "3.1.0",
      info: { title: "Two", version: "1" },
      paths: {
        "/run": {
          post: {
            operationId: "run-it",
            requestBody: { required: true, content: body(...types) },
            responses: { 200: { description: "Done", content: body(...types) } },
          },
        },
      },
    });
    const named = (text: string) =>
      text.slice(text.indexOf("/** Input of "), text.indexOf("/** Operations with"));
    const [one, two] = [rendered(of("text/a")), rendered(of("text/a", "text/b"))];
    expect(named(one)).toContain("export interface RunItInput {");
    expect(named(two)).toBe(named(one));
    expect(two).toContain('export type OperationInSeveralMediaTypes = "run-it";');
  });

  it("needs nothing of the types file when there is no operation", () => {
    const empty = rendered({ openapi: "3.1.0", info: { title: "None", version: "1" }, paths: {} });
    expect(empty).not.toContain("import");
    expect(empty).toContain("export type OperationInSeveralMediaTypes = never;");
  });

  it("cannot be made without the types file", async () => {
    const { options } = await things();
    const { types: _, ...alone } = options;
    await expect(generate(alone)).rejects.toThrow(
      "--methods needs --types: the methods import the types file",
    );
  });
});
