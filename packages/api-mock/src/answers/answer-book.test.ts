import { expect, test } from "vitest";
import { readSpecification } from "../api/read-specification.ts";
import { createAnswerBook } from "./answer-book.ts";
import { differencesOf } from "./differences.ts";

const document = {
  openapi: "3.1.0",
  info: { title: "Books", version: "1" },
  paths: {
    "/books/{isbn}": { get: { operationId: "readBook", responses: { 204: { description: "there" } } } },
  },
};
const specification = readSpecification(document);
const [operation] = specification.operations;

test("a request is fitted by path and query, as they are meant and not as they are written", () => {
  if (operation === undefined) throw new Error("the document has one");
  const book = createAnswerBook(() => ({ specification, validate: () => [] }));
  book.add({ operation: "readBook", when: { path: { isbn: "a b/c" }, query: { tag: ["x", 1], page: 2 } } });
  const request = (target: string) => ({
    operation,
    path: target.split("?")[0] ?? "",
    body: undefined,
    target,
  });
  expect(book.take(request("/books/a%20b%2Fc?page=2&tag=x&tag=1&more=0"))).toBeDefined();
  const other = request("/books/a%20b%2Fc?page=3&tag=x");
  expect(book.take(other)).toBeUndefined();
  expect(book.nearMiss(other)).toContain(
    'query.tag is 1 elements, expected 2 elements; query.page[0] is "3", expected "2"',
  );
});

test.each([
  [{ a: { b: [1, { c: 2 }] } }, { a: { b: [1, { c: 2, d: 3 }], e: 1 } }, []],
  [{ a: 1 }, { a: "1" }, ["body.a"]],
  [{ toString: 1 }, {}, ["body.toString"]],
  [[1, 2], [1], ["body"]],
  [[], {}, ["body"]],
  [null, undefined, ["body"]],
  [(value: unknown) => value === 3, 3, []],
  [() => "yes", 3, ["body"]],
])("of %j, %j differs in %j", (wanted, given, places) => {
  expect(differencesOf("body", wanted, given).map(({ location: place }) => place)).toEqual(places);
});
