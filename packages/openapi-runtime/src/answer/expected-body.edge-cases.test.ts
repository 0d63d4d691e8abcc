import { expect, test } from "vitest";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { expectedBody } from "./expected-body.ts";

test("a body of a declared type whose format nobody knows is bytes", () => {
  const headers = new Headers({ "content-type": "application/json" });
  const operation = exampleOperation("listThings");
  expect(
    expectedBody({ ok: true, status: 200, headers }, { operation, accepted: ["application/json"] }, {}),
  ).toEqual({
    kind: "declared",
    mediaType: "application/json",
    format: "binary",
  });
});
