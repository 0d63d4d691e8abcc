import { expect, test } from "vitest";
import { exampleApi, exampleOperation } from "../testing/example-api.test-support.ts";
import { authenticate } from "./authenticate.ts";

test("a key for a header without a name is a scheme that the client does not know", () => {
  const api = { ...exampleApi, securitySchemes: { apiKey: { type: "apiKey", in: "header" } } };
  const operation = exampleOperation("runThing");
  expect(() => authenticate({}, operation, "k", api, { context: {}, key: "" })).toThrow(
    "does not know the security scheme `apiKey`",
  );
});
