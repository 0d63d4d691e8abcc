import { expect, test } from "vitest";
import { successMediaTypes } from "./declared-media-types.ts";
import { exampleOperation } from "./example-api.test-support.ts";

test("without a declared success, the types of `default` are those of a success, and no others", () => {
  const responses = { "4XX": ["text/plain"], default: ["application/json"] };
  expect(successMediaTypes({ ...exampleOperation("ping"), responses })).toEqual([["application/json"]]);
});
