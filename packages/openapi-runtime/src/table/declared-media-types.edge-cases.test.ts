import { expect, test } from "vitest";
import { exampleOperation } from "../testing/example-api.test-support.ts";
import { successMediaTypes } from "./declared-media-types.ts";

test("without a declared success, the types of `default` are those of a success, and no others", () => {
  const responses = { "4XX": ["text/plain"], default: ["application/json"] };
  expect(successMediaTypes({ ...exampleOperation("ping"), responses })).toEqual([["application/json"]]);
});
