import { expect, test } from "vitest";
import { authenticate } from "./authenticate.ts";
import { exampleApi, exampleOperation } from "./example-api.test-support.ts";

test("a key for a header without a name is a scheme that the client does not know", () => {
  const api = { ...exampleApi, securitySchemes: { apiKey: { type: "apiKey", in: "header" } } };
  const operation = exampleOperation("runThing");
  expect(() => authenticate({}, operation, "k", api, { context: {}, key: "" })).toThrow(
    "does not know the security scheme `apiKey`",
  );
});
