import { createRequire } from "node:module";
import type { Np6Failure } from "@np6/api-client";
import {
  createOperationTable,
  type ExampleOperation,
  type JsonObject,
  listExampleOperations,
} from "@np6/openapi-document";
import { describe, expect, test } from "vitest";
import { failureCauses } from "./failure-causes.ts";
import { observeAnswer } from "./observe-answer.ts";
import { observeCall } from "./observe-call.ts";

const document: JsonObject = createRequire(import.meta.url)("@np6/api-types/openapi.json");
const operations = listExampleOperations(document, createOperationTable(document).table);
const post = operations.find(({ method }) => method === "POST") as ExampleOperation;

describe("the client is observed", () => {
  test("when the server refuses a call", async () => {
    expect(await observeAnswer(post, 409, undefined)).toEqual({
      name: "HttpError",
      kind: "http",
      outcomeUnknown: false,
      sentAgain: false,
    });
  });

  test("when it refuses with a body", async () => {
    const body = { mediaType: "application/json", value: { message: "slower" } };
    expect(await observeAnswer(post, 429, body)).toMatchObject({ kind: "rate-limited", sentAgain: true });
  });

  test("when nobody knows whether the call ran", async () => {
    expect(await observeAnswer(post, 500, undefined)).toMatchObject({
      outcomeUnknown: true,
      sentAgain: false,
    });
  });
});

test("every kind of failure that the client has is among the causes and refusals", async () => {
  // This list does not compile if one of the client's kinds is missing.
  const kinds: Record<Np6Failure["kind"], true> = {
    http: true,
    "rate-limited": true,
    redirect: true,
    timeout: true,
    aborted: true,
    connection: true,
    "unexpected-response": true,
    "key-unavailable": true,
    configuration: true,
  };
  const observed = await Promise.all([
    observeAnswer(post, 429, undefined),
    ...failureCauses.map(({ observe }) => observe(post)),
  ]);
  expect([...new Set(observed.map(({ kind }) => kind))].sort()).toEqual(Object.keys(kinds).sort());
});

test("an operation that the client does not know is named, with the command that generates it", async () => {
  const unknown = { ...post, operationId: "flyToTheMoon" };
  await expect(observeAnswer(unknown, 409, undefined)).rejects.toThrow(/"flyToTheMoon".*pnpm generate/);
});

test("a call that does not fail is reported", async () => {
  const fetch = async () => new Response("{}", { headers: { "content-type": post.accept[0] ?? "" } });
  await expect(observeCall(post, fetch)).rejects.toThrow("was to fail, and did not");
});
