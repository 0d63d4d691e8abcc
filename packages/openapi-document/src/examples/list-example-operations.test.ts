import { expect, test } from "vitest";
import { testDocument, testTable } from "../example-document.test-support.ts";
import { listExampleOperations } from "./list-example-operations.ts";

const [replaceShelf, readShelf, makeShelf] = listExampleOperations(testDocument, testTable);

test("an operation has what a call of it needs", () => {
  expect(replaceShelf).toMatchObject({
    operationId: "replaceShelf",
    method: "PUT",
    path: "/shelves/{id}",
    server: "https://shelves.example",
    idempotent: true,
    keyHeaders: ["X-Key"],
    accept: ["application/vnd.example.shelf-v1", "application/json"],
  });
});

test("of optional parameters none is given, of the others the first example", () => {
  expect(replaceShelf?.parameters).toEqual({
    path: { id: 7 },
    query: { "dry run": true },
    header: { "X-Reason": "it's old" },
  });
});

test("a parameter of the operation wins over that of its path", () => {
  expect(readShelf?.parameters.path).toEqual({ id: "a/b" });
});

test("there is a body for each media type and example, and an empty one where the document has no example", () => {
  const vendor = { mediaType: "application/vnd.example.shelf-v1", isJson: true };
  expect(replaceShelf?.bodies).toEqual([
    {
      ...vendor,
      name: "oak",
      summary: "A shelf of oak",
      value: { name: "oak" },
      described: { summary: "A shelf of oak", value: { name: "oak" } },
    },
    { ...vendor, name: "pine", value: { name: "pine's" }, described: { value: { name: "pine's" } } },
    { mediaType: "text/plain", isJson: false, value: "oak", described: {} },
    { mediaType: "application/json", isJson: true, value: {}, described: {} },
  ]);
  expect(makeShelf?.bodies).toEqual([]);
});

test("a body in another version asks for its answer in that version, where every success has it", () => {
  const media = { schema: { type: "object" } };
  const content = { "x/v4": media, "x/v5": media };
  const bodiesOf = (answered: Record<string, { readonly content: object | undefined }>) => {
    const document = {
      openapi: "3.1.0",
      info: { title: "Two", version: "1" },
      paths: { "/two": { post: { operationId: "two", requestBody: { content }, responses: answered } } },
    };
    const responses = Object.entries(answered).map(([status, response]) => [
      status,
      Object.keys(response.content ?? {}),
    ]);
    const two = {
      method: "POST",
      path: "/two",
      idempotent: false,
      security: [],
      requestBody: { mediaTypes: Object.keys(content) },
      responses: Object.fromEntries(responses) as Record<string, string[]>,
    };
    const table = { ...testTable, mediaTypes: { "x/v4": "json", "x/v5": "json" }, operations: { two } };
    return listExampleOperations(document, table)[0]?.bodies.map(({ mediaType, accept }) => [
      mediaType,
      accept,
    ]);
  };
  const [done, empty] = [
    { description: "Done", content },
    { description: "Nothing", content: undefined },
  ];
  expect(bodiesOf({ "200": done, "204": empty })).toEqual([
    ["x/v4", undefined],
    ["x/v5", "x/v5"],
  ]);
  const older = { description: "Later", content: { "x/v4": media } };
  expect(bodiesOf({ "200": done, "202": older })?.[1]).toEqual(["x/v5", undefined]);
});

test("a public operation needs no key", () => {
  expect(readShelf?.keyHeaders).toEqual([]);
});
