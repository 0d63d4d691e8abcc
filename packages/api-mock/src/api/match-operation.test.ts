import { expect, test } from "vitest";
import { matchOperation } from "./match-operation.ts";
import type { Operation } from "./read-specification.ts";

function operation(method: string, path: string): Operation {
  const operationId = `${method} ${path}`;
  return {
    described: {},
    operationId,
    method,
    path,
    requestMediaTypes: undefined,
    successMediaTypes: [],
    responses: {},
    headerParameters: [],
    keyHeaders: [],
  };
}

const operations = [
  operation("GET", "/shelves/{id}"),
  operation("GET", "/shelves/first"),
  operation("PUT", "/shelves/{id}"),
  operation("GET", "/{kind}/first/books"),
  operation("GET", "/shelves/{id}/books"),
  operation("GET", "/files/{name}.json"),
];

test.each([
  ["GET", "/shelves/7", "GET /shelves/{id}"],
  ["GET", "/shelves/first", "GET /shelves/first"],
  ["PUT", "/shelves/first", "PUT /shelves/{id}"],
  ["GET", "/shelves/first/books", "GET /shelves/{id}/books"],
  ["GET", "/boxes/first/books", "GET /{kind}/first/books"],
  ["GET", "/files/a.b.json", "GET /files/{name}.json"],
  ["GET", "/shelves/%7Bid%7D", "GET /shelves/{id}"],
])("%s %s is %s", (method, path, operationId) => {
  expect(matchOperation(operations, method, path)).toMatchObject({ operationId });
});

test.each([
  "/shelves/",
  "/shelves",
  "/shelves/7/",
  "/shelves/7/books/1",
  "/files/.json",
  "/files/axjson",
  "",
  "*",
])("%j is no path of the document: 404 that lists the operations", (path) => {
  const refusal = matchOperation(operations, "GET", path);
  expect(refusal).toMatchObject({ status: 404, detail: expect.stringContaining("PUT /shelves/{id}") });
});

test("a known path with another method is refused with 405 and Allow", () => {
  expect(matchOperation(operations, "DELETE", "/shelves/7")).toMatchObject({
    status: 405,
    headers: { allow: "GET, PUT" },
  });
});
