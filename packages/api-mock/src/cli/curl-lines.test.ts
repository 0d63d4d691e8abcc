import { expect, test } from "vitest";
import { testDocument } from "../testing/shelves-document.test-support.ts";
import { curlLines } from "./curl-lines.ts";

const lines = curlLines(testDocument, "http://127.0.0.1:1")
  .map(({ operationId, line }) => `${operationId}\n  ${line}\n`)
  .join("\n");

test("an operation with a body is shown with the document's example, key and media types", () => {
  const vendor = "application/vnd.example.shelf-v1";
  expect(lines).toContain(
    `replaceShelf\n  curl -i -X PUT 'http://127.0.0.1:1/shelves/7' -H 'X-Key: any-key' -H 'Accept: ${vendor}' -H 'Content-Type: ${vendor}' -d '{"name":"oak"}'\n`,
  );
});

test("a POST without a body sends an empty one, a GET none", () => {
  expect(lines).toContain("curl -i -X POST 'http://127.0.0.1:1/shelves/first' -H 'X-Key: any-key' -d ''\n");
  expect(lines).toContain(
    "curl -i -X GET 'http://127.0.0.1:1/shelves' -H 'X-Key: any-key' -H 'Accept: text/csv'\n",
  );
});
