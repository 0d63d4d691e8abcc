import { expect, test } from "vitest";
import { measureCoverage } from "./coverage.ts";
import type { DocumentedOperation } from "../exchanges/documented-operations.ts";
import { formatCoverage } from "./format-coverage.ts";
import type { Exchange } from "../exchanges/recording-proxy.ts";

const body = { mediaType: "a/b", schema: "#/x", examples: { one: { a: 1 }, two: { a: 2 } } };
const operation: DocumentedOperation = {
  operationId: "putX",
  method: "PUT",
  path: "/x",
  pathParameters: {},
  requestBodies: [body],
  answers: [
    { status: 200, documentedAs: "200", bodies: [body], headers: [], mayBeEmpty: false },
    { status: 409, documentedAs: "409", bodies: [], headers: [], mayBeEmpty: true },
  ],
};
const message = (text: string) => ({ headers: { "content-type": "a/b" }, body: text });
const exchange: Exchange = {
  request: { ...message('{"a":1}'), method: "PUT", path: "/x" },
  response: { ...message('{"a":2}'), status: 200 },
};

test("media types, statuses and named examples count, each by itself", () => {
  const items = measureCoverage([operation], [exchange]);
  const uncovered = items.filter(({ covered }) => !covered);
  expect(items).toHaveLength(7);
  expect(uncovered.map(({ message: of, mediaType, example }) => [of, mediaType, example])).toEqual([
    ["request", "a/b", "two"],
    ["200", "a/b", "one"],
    ["409", "(empty)", undefined],
  ]);
});

test("the table says how much of each operation passed", () => {
  expect(formatCoverage(measureCoverage([operation], [exchange]))).toBe(
    "operation  requests  answers  examples  covered\n" +
      "putX       1/1       1/2      2/4       57 %\n" +
      "all        1/1       1/2      2/4       57 %\n",
  );
});
