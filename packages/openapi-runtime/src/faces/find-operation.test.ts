import { expect, test } from "vitest";
import { exampleApi, exampleOperation } from "../testing/example-api.test-support.ts";
import { failureOf } from "../testing/failure-of.test-support.ts";
import { indexOperations } from "./find-operation.ts";

const find = indexOperations(exampleApi);

test("an operation is found by its method and path template, with its name", () => {
  expect(find("POST", "/things")).toEqual(exampleOperation("createThing"));
  expect(find("GET", "/things").operationId).toBe("listThings");
});

test.each([
  ["GET", "/things/42"],
  ["PUT", "/things"],
  ["post", "/things"],
  ["GET", "/things/"],
  ["GET", "__proto__"],
  ["constructor", ""],
])("%s %s is no operation", async (method, path) => {
  const failure = await failureOf(() => find(method, path));
  expect(failure.message).toBe(
    `the spec has no operation ${method} ${path}; pass the path template as the spec spells it.`,
  );
});
