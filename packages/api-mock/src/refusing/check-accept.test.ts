import { expect, test } from "vitest";
import { matchOperation } from "../api/match-operation.ts";
import { type Operation, readSpecification } from "../api/read-specification.ts";
import { testDocument } from "../testing/shelves-document.test-support.ts";
import { checkAccept } from "./check-accept.ts";

const vendor = "application/vnd.example.shelf-v1";

function operation(method: string, path: string): Operation {
  const found = matchOperation(readSpecification(testDocument).operations, method, path);
  if ("status" in found) throw new Error(found.detail);
  return found;
}
const replaceShelf = operation("PUT", "/shelves/1");

test.each([
  [undefined, vendor],
  ["*/*", vendor],
  ["application/*", vendor],
  [vendor, vendor],
  ["application/json", "application/json"],
  [`application/json;q=0.5, ${vendor}`, vendor],
  [`application/json, ${vendor};q=0.5`, "application/json"],
  [`*/*, ${vendor};q=0`, "application/json"],
  ["text/html, */*;q=0.1", vendor],
])("Accept %j gets %s", (accept, mediaType) => expect(checkAccept(replaceShelf, accept)).toBe(mediaType));

test.each(["text/html", "application/vnd.example.shelf-v2", `${vendor}+json`, "*/*;q=0", "text/*"])(
  "Accept %j is refused with 406 that names both",
  (accept) => {
    const refusal = checkAccept(replaceShelf, accept);
    expect(refusal).toMatchObject({ status: 406, detail: expect.stringContaining(`"${accept}"`) });
    expect(refusal).toMatchObject({ detail: expect.stringContaining(vendor) });
  },
);

test("an operation that answers without a body accepts any Accept", () => {
  expect(checkAccept(operation("DELETE", "/shelves/1"), "text/html")).toBeUndefined();
});
