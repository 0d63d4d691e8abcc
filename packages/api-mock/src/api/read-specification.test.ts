import { expect, test } from "vitest";
import { testDocument } from "../testing/shelves-document.test-support.ts";
import { readSpecification } from "./read-specification.ts";

const specification = readSpecification(testDocument);

test("JSON is told from what only looks like it, and disguised JSON from JSON that says so", () => {
  expect([...specification.json].sort()).toEqual([
    "application/json",
    "application/vnd.example.refusal-v1",
    "application/vnd.example.shelf-v1",
  ]);
  expect([...specification.disguised].sort()).toEqual([
    "application/vnd.example.refusal-v1",
    "application/vnd.example.shelf-v1",
  ]);
});

test("an operation is read with its media types, examples, keys and responses that may be empty", () => {
  const replace = specification.operations.find(({ operationId }) => operationId === "replaceShelf");
  expect(replace).toMatchObject({
    method: "PUT",
    path: "/shelves/{id}",
    requestMediaTypes: ["application/vnd.example.shelf-v1"],
    successMediaTypes: ["application/vnd.example.shelf-v1", "application/json"],
    keyHeaders: ["X-Key"],
    responses: {
      "200": {
        bodyMayBeEmpty: false,
        exampleNames: { "application/vnd.example.shelf-v1": ["oak", "pine"], "application/json": ["oak"] },
      },
      "409": { bodyMayBeEmpty: true, mediaTypes: ["application/vnd.example.refusal-v1"] },
      "415": { bodyMayBeEmpty: true, mediaTypes: [] },
      "500": { bodyMayBeEmpty: false, exampleNames: { "application/json": ["default"] } },
    },
  });
});

test("a document that is not OpenAPI is refused", () => {
  expect(() => readSpecification({ swagger: "2.0" })).toThrow();
});

test("an operation under a method that only OpenAPI 3.2 has is refused by name", () => {
  const document = {
    openapi: "3.2.0",
    info: { title: "Search", version: "1" },
    paths: { "/search": { query: { responses: { 200: { description: "ok" } } } } },
  };
  expect(() => readSpecification(document)).toThrow(
    /^QUERY \/search: the mock does not support the methods of OpenAPI 3\.2 .* leave this operation out/,
  );
});
