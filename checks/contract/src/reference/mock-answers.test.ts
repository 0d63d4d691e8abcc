import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { testKey } from "../exchanges/call-operation.ts";
import {
  type DocumentedAnswer,
  type DocumentedOperation,
  documentedOperations,
} from "../exchanges/documented-operations.ts";
import { type RecordingProxy, startRecordingProxy } from "../exchanges/recording-proxy.ts";
import { type ExpectedAnswer, exchangeProblems } from "./exchange-problems.test-support.ts";
import { exchangesOf } from "./exchanges-of.test-support.ts";
import { pageAnswers, readOperationPages } from "./page-samples.test-support.ts";

const answers = pageAnswers(readOperationPages());
const operations = documentedOperations();

let proxy: RecordingProxy;
beforeAll(async () => {
  proxy = await startRecordingProxy(inject("mockUrl"));
});
afterAll(() => proxy.close());

/** Calls an operation with its first example and a Prefer header. @returns the problems of the response */
async function answerProblems(
  { operationId, method, path, pathParameters, requestBodies, answers: documented }: DocumentedOperation,
  prefer: string,
  answer: ExpectedAnswer,
): Promise<string[]> {
  const [body] = requestBodies;
  const [example] = Object.entries(body?.examples ?? {});
  const accept = documented
    .filter(({ status }) => status < 300)
    .flatMap(({ bodies }) => bodies.map(({ mediaType }) => mediaType));
  const headers = {
    "X-Key": testKey,
    Prefer: prefer,
    ...(accept.length === 0 ? {} : { Accept: accept.join(", ") }),
    ...(body === undefined ? {} : { "Content-Type": body.mediaType }),
  };
  const url =
    proxy.url + path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(pathParameters[name])));
  const init = { method, headers, ...(example && { body: JSON.stringify(example[1]) }) };
  const exchanges = await exchangesOf(proxy, async () => (await fetch(url, init)).arrayBuffer());
  return exchangeProblems(exchanges, {
    operationId,
    mediaType: body?.mediaType,
    example: example?.[0],
    answer,
  });
}

const isExact = ({ documentedAs }: DocumentedAnswer): boolean => /^\d{3}$/.test(documentedAs);

test("the page names every documented answer for the mock", () => {
  const documented = operations.flatMap(({ operationId, answers: list }) =>
    // A range has no status that the page could name.
    list.filter(isExact).map(({ status }) => `${operationId} code=${status}`),
  );
  const named = answers.map(({ operationId, prefer }) => `${operationId} ${prefer.split(",")[0]}`);
  expect([...new Set(named)].sort()).toEqual(documented.sort());
});

describe("an answer that the page names for the mock", () => {
  test.each(answers)("comes when asked for: $operationId, $prefer", async ({ operationId, prefer }) => {
    const operation = operations.find(
      (candidate) => candidate.operationId === operationId,
    ) as DocumentedOperation;
    const [, status, , example] = /^code=(\d+)(, example=(\w+))?/.exec(prefer) ?? [];
    const answer = { status: Number(status), example, empty: prefer.endsWith(", body=empty") };
    expect(await answerProblems(operation, prefer, answer)).toEqual([]);
  });

  test("is compared: another one is reported", async () => {
    const [operation] = operations as [DocumentedOperation];
    const answer = { status: 409, example: undefined, empty: true };
    expect(await answerProblems(operation, "code=404", answer)).toContainEqual(
      expect.stringMatching(/^the answer is 404/),
    );
  });
});
