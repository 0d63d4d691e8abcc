import type { JsonObject } from "@np6/openapi-document";
import { beforeEach, describe, expect, test } from "vitest";
import { matchOperation } from "../api/match-operation.ts";
import { readSpecification } from "../api/read-specification.ts";
import { createValidator } from "../schemas/create-validator.ts";
import { libraryDocument } from "../testing/library-document.test-support.ts";
import type { AnswerContent } from "./answer-content.ts";
import { resourceContent } from "./resource-content.ts";
import { resourceRoles } from "./resource-roles.ts";

const specification = readSpecification(libraryDocument);
let content: AnswerContent;
beforeEach(() => {
  content = resourceContent(specification, createValidator(libraryDocument));
});

/** Sends a request in a form that Prism would accept. Returns the body, or the refusal. */
function send(method: string, path: string, body?: unknown): unknown {
  const operation = matchOperation(specification.operations, method, path);
  if ("status" in operation) throw new Error(operation.detail);
  const plan = content.plan({ operation, path, body });
  if (plan === undefined) return "as documented";
  return "refuse" in plan ? plan.refuse : plan.carryOut();
}
const notFound = expect.objectContaining({ status: 404 });

test("the roles follow from paths, methods and schemas", () => {
  const roles = [...resourceRoles(specification)].map(
    ([operationId, { role, part, resource }]) =>
      `${operationId}: ${role} ${part ?? ""} of ${resource.collection}`,
  );
  expect(roles.sort()).toEqual([
    "copyBook: copy  of /books",
    "createBook: create  of /books",
    "createLoan: create  of /books/{isbn}/loans",
    "deleteBook: delete  of /books",
    "lendBook: act  of /books",
    "listBooks: list  of /books",
    "readBook: read  of /books",
    "readLoan: read  of /books/{isbn}/loans",
    "readPages: read part pages of /books",
    "replaceBook: replace  of /books",
    "replacePages: replace part pages of /books",
    "updateBook: update  of /books",
  ]);
});

describe("at the start", () => {
  test("there is the document's example, by the example of the path parameter", () => {
    expect(send("GET", "/books")).toEqual([{ isbn: 7, title: "Oak", pages: [] }]);
    expect(send("GET", "/books/7")).toEqual({ isbn: 7, title: "Oak", pages: [] });
  });

  test("there is nothing else: 404", () => {
    const calls = [
      send("GET", "/books/8"),
      send("PUT", "/books/8", { title: "x" }),
      send("DELETE", "/books/8"),
      send("POST", "/books/8/copy"),
      send("POST", "/books/8/lend", {}),
      send("PUT", "/books/8/pages", []),
    ];
    expect(calls).toEqual(calls.map(() => notFound));
  });
});

test("what was created is read, replaced, updated, listed, acted on and deleted", () => {
  expect(send("POST", "/books", { title: "Pine" })).toEqual({ isbn: 8, title: "Pine" });
  expect(send("GET", "/books/8")).toEqual({ isbn: 8, title: "Pine" });
  expect(send("PATCH", "/books/8", { pages: ["one"], isbn: 99 })).toEqual({
    isbn: 8,
    title: "Pine",
    pages: ["one"],
  });
  expect(send("PUT", "/books/8", { title: "Elm" })).toEqual({ isbn: 8, title: "Elm" });
  expect(send("GET", "/books")).toHaveLength(2);
  expect(send("POST", "/books/8/lend", {})).toBe("as documented");
  expect(send("DELETE", "/books/8")).toBeUndefined();
  expect(send("GET", "/books/8")).toEqual(notFound);
  expect(send("DELETE", "/books/8")).toEqual(notFound);
});

test("a copy is a thing of its own", () => {
  expect(send("POST", "/books/7/copy")).toMatchObject({ isbn: 8, title: "Oak" });
  send("PUT", "/books/8/pages", ["one"]);
  expect(send("GET", "/books/8/pages")).toEqual(["one"]);
  expect(send("GET", "/books/7/pages")).toEqual([]);
});

test("an id is not given twice", () => {
  send("POST", "/books", { title: "a" });
  send("DELETE", "/books/8");
  expect(send("POST", "/books", { title: "b" })).toMatchObject({ isbn: 9 });
});

test("two changes at once of different parts both stay", () => {
  const find = (method: string, path: string) => {
    const operation = matchOperation(specification.operations, method, path);
    if ("status" in operation) throw new Error(operation.detail);
    return operation;
  };
  const pages = content.plan({
    operation: find("PUT", "/books/7/pages"),
    path: "/books/7/pages",
    body: ["one"],
  });
  const title = content.plan({
    operation: find("PATCH", "/books/7"),
    path: "/books/7",
    body: { title: "Elm" },
  });
  for (const plan of [pages, title]) if (plan !== undefined && "carryOut" in plan) plan.carryOut();
  expect(send("GET", "/books/7")).toEqual({ isbn: 7, title: "Elm", pages: ["one"] });
});

test("a change that would make an answer invalid is refused with 400, and changes nothing", () => {
  const refused = { status: 400, detail: expect.stringContaining("/title must be string") };
  expect(send("PATCH", "/books/7", { title: 5 } as JsonObject)).toEqual(refused);
  expect(send("GET", "/books/7")).toMatchObject({ title: "Oak" });
});

test("a collection below an item is its own, with ids that are strings where the schema says so", () => {
  expect(send("POST", "/books/7/loans", { to: "Ada" })).toEqual({ id: "1", to: "Ada" });
  expect(send("GET", "/books/7/loans/1")).toEqual({ id: "1", to: "Ada" });
  expect(send("GET", "/books/8/loans/1")).toEqual(notFound);
});

test("a reset goes back to the start", () => {
  send("DELETE", "/books/7");
  content.reset();
  expect(send("GET", "/books")).toHaveLength(1);
});
