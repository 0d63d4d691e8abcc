import { expect, test } from "vitest";
import { readSpecification } from "./read-specification.ts";
import { refuseLookAlikes } from "./refuse-look-alikes.ts";

function check(content: object): void {
  const document = {
    openapi: "3.1.0",
    info: { title: "Two", version: "1" },
    paths: {
      "/x": {
        put: { operationId: "putX", requestBody: { content }, responses: { "204": { description: "Put" } } },
      },
    },
  };
  refuseLookAlikes(document, readSpecification(document));
}

const one = { schema: { type: "object", required: ["one"] } };
const two = { schema: { type: "object", required: ["two"] } };

test("two JSON media types with different schemas are refused, because Prism takes the first schema for both", () => {
  expect(() => check({ "application/vnd.x.a-v1": one, "application/vnd.x.a-v2": two })).toThrow("putX");
});

test("two with one schema are let through, and so is one that is not JSON", () => {
  check({ "application/vnd.x.a-v1": one, "application/json": one });
  check({ "application/vnd.x.a-v1": one, "text/plain": { schema: { type: "string" } } });
});
