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
     */
    readonly "list things": (input?: ListThingsInput & CallOptions) => CallPromise<ListThingsResult>;
`);
  });

  it("leaves an operation that nobody described without a comment", () => {
    expect(rendered()).toMatch(/>;\n {4}readonly deleteThing: /);
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
      text.slice(text.indexOf("/** What the operation takes"), text.indexOf("/** Operations that"));
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
