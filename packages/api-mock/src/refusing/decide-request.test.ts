import { expect, test } from "vitest";
import { readSpecification } from "../api/read-specification.ts";
import { testDocument } from "../testing/shelves-document.test-support.ts";
import { decideRequest, type RequestHead } from "./decide-request.ts";

const vendor = "application/vnd.example.shelf-v1";
const specification = readSpecification(testDocument);
const good: RequestHead = {
  method: "PUT",
  path: "/shelves/7",
  headers: { "content-type": vendor, "content-length": "14", accept: vendor },
};

function status(request: RequestHead): number | undefined {
  const { outcome } = decideRequest(specification, request);
  return "refusal" in outcome ? outcome.refusal.status : undefined;
}

test("a good request goes on with Prism's names for its media types and a fallback for refusals", () => {
  const { operation, outcome } = decideRequest(specification, good);
  expect(operation?.operationId).toBe("replaceShelf");
  expect(outcome).toMatchObject({
    forward: {
      headers: { accept: `${vendor}+json, */*;q=0.1`, "content-type": `${vendor}+json`, prefer: undefined },
      bodyIsJson: true,
      emptyBodyOf: undefined,
    },
  });
});

test("each rule is applied", () => {
  const { headers } = good;
  expect(status(good)).toBeUndefined();
  expect(status({ ...good, path: "/nowhere" })).toBe(404);
  expect(status({ ...good, method: "TRACE" })).toBe(405);
  expect(status({ ...good, headers: { ...headers, "content-length": undefined } })).toBe(411);
  expect(status({ ...good, headers: { ...headers, "content-type": "application/json" } })).toBe(415);
  expect(status({ ...good, headers: { ...headers, accept: "text/html" } })).toBe(406);
  expect(status({ ...good, headers: { ...headers, prefer: "code=418" } })).toBe(400);
});

test("without a body the Content-Type does not matter", () => {
  const headers = { "content-length": "0", "content-type": "application/x-www-form-urlencoded" };
  expect(status({ method: "POST", path: "/shelves/first", headers })).toBeUndefined();
});

test("a chunked body counts as a body", () => {
  const headers = { "transfer-encoding": "chunked" };
  expect(status({ method: "DELETE", path: "/shelves/1", headers })).toBe(415);
  expect(status({ method: "DELETE", path: "/shelves/1", headers: {} })).toBeUndefined();
});
