import { expect, test } from "vitest";
import { matchOperation } from "../api/match-operation.ts";
import { type Operation, readSpecification } from "../api/read-specification.ts";
import { testDocument } from "../testing/shelves-document.test-support.ts";
import { checkContentType } from "./check-content-type.ts";

const vendor = "application/vnd.example.shelf-v1";

function operation(method: string, path: string): Operation {
  const found = matchOperation(readSpecification(testDocument).operations, method, path);
  if ("status" in found) throw new Error(found.detail);
  return found;
}
const replaceShelf = operation("PUT", "/shelves/1");

test.each([vendor, ` ${vendor} `, `${vendor};charset=utf-8`, `${vendor}; Charset="UTF-8"`])(
  "%j is let through",
  (type) => {
    expect(checkContentType(replaceShelf, type)).toBe(vendor);
  },
);

test.each([
  "application/json",
  `${vendor}+json`,
  vendor.toUpperCase(),
  "application/vnd.example.shelf-v2",
  `${vendor}, ${vendor}`,
  `${vendor}; charset=utf-16`,
  `${vendor}; version=1`,
  `${vendor};`,
  "*/*",
])("%j is refused with 415 that says what came and what is expected", (type) => {
  const refusal = checkContentType(replaceShelf, type);
  expect(refusal).toMatchObject({ status: 415, detail: expect.stringContaining(`"${type}"`) });
  expect(refusal).toMatchObject({ detail: expect.stringContaining(`Send Content-Type: ${vendor}`) });
});

test.each([undefined, ""])("a missing Content-Type (%j) is refused with 415", (type) => {
  expect(checkContentType(replaceShelf, type)).toMatchObject({
    status: 415,
    detail: expect.stringContaining(vendor),
  });
});

test("a body for an operation that takes none is refused with 415", () => {
  expect(checkContentType(operation("DELETE", "/shelves/1"), vendor)).toMatchObject({
    status: 415,
    detail: expect.stringContaining("deleteShelf takes none"),
  });
});

test("a form may name its boundary, and nothing else may", () => {
  const upload: Operation = { ...replaceShelf, requestMediaTypes: [vendor, "multipart/form-data"] };
  const form = "multipart/form-data; boundary=----a";
  expect(checkContentType(upload, form)).toBe("multipart/form-data");
  expect(checkContentType(upload, `${form}; version=2`)).toMatchObject({ status: 415 });
  expect(checkContentType(upload, `${vendor}; boundary=a`)).toMatchObject({ status: 415 });
});
