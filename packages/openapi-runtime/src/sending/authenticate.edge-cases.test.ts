import { expect, test } from "vitest";
import { exampleApi } from "../testing/example-api.test-support.ts";
import { exampleCall } from "../testing/example-call.test-support.ts";
import { authenticate } from "./authenticate.ts";

test("a key for a header without a name is a scheme that the client does not know", () => {
  const api = { ...exampleApi, securitySchemes: { apiKey: { type: "apiKey", in: "header" } } };
  expect(() => authenticate(exampleCall("runThing", { api }))).toThrow("by the security scheme `apiKey`");
});
