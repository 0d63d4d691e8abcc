import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { documentedOperations } from "../documented-operations.ts";
import { type RecordingProxy, startRecordingProxy } from "../recording-proxy.ts";
import { curlProblems } from "./curl-problems.ts";
import { type PageSample, pageAnswers, pageSamples, readReferencePage } from "./page-samples.ts";

const html = readReferencePage();
const samples = pageSamples(html).filter(({ kind }) => kind === "curl");
const answers = pageAnswers(html);
const operations = documentedOperations();

let proxy: RecordingProxy;
beforeAll(async () => {
  proxy = await startRecordingProxy(inject("mockUrl"));
});
afterAll(() => proxy.close());

describe("the curl commands of the page", () => {
  test("are there for every operation", () => {
    expect([...new Set(samples.map(({ operationId }) => operationId))]).toEqual(
      operations.map(({ operationId }) => operationId),
    );
  });

  test.each(samples)("call as documented: $operationId $example", async (sample) => {
    expect(await curlProblems(proxy, sample)).toEqual([]);
  });
});

describe("the answers that the page names for the mock", () => {
  test("are all that the spec documents", () => {
    const documented = operations.flatMap(({ operationId, answers: all }) =>
      all.map(({ status }) => `${operationId} code=${status}`),
    );
    const named = answers.map(({ operationId, prefer }) => `${operationId} ${prefer.split(",")[0]}`);
    expect([...new Set(named)].sort()).toEqual(documented.sort());
  });

  test.each(answers)("come when asked for: $operationId, $prefer", async ({ operationId, prefer }) => {
    const sample = samples.find((candidate) => candidate.operationId === operationId) as PageSample;
    const code = `${sample.code} \\\n  -H 'Prefer: ${prefer}'`;
    const [, status, , example] = /^code=(\d+)(, example=(\w+))?/.exec(prefer) ?? [];
    const answer = { status: Number(status), example, empty: prefer.endsWith(", body=empty") };
    expect(await curlProblems(proxy, { ...sample, code }, answer)).toEqual([]);
  });
});

describe("a wrong command is reported", () => {
  const sample = samples.find(({ mediaType }) => mediaType !== undefined) as PageSample;
  const problemsWith = (from: string | RegExp, to: string) =>
    curlProblems(proxy, { ...sample, code: sample.code.replace(from, to) });

  test("when it calls another operation", async () => {
    expect(await problemsWith(/(\.com)[^']*/, "$1/nowhere")).toContainEqual(
      expect.stringContaining("is no call of"),
    );
  });

  test("when it sends another media type", async () => {
    expect(await problemsWith(/Content-Type: [^']*/, "Content-Type: text/plain")).toEqual(
      expect.arrayContaining([
        "the body was sent as text/plain.",
        expect.stringMatching(/^the answer is 415/),
      ]),
    );
  });

  test("when it sends another body", async () => {
    expect(await problemsWith(/-d '[^']*'/, "-d '{\"receiver\": 1}'")).toContainEqual(
      expect.stringContaining("the body is not the example"),
    );
  });

  test("when it sends no key", async () => {
    expect(await problemsWith('-H "X-Key: $NP6_API_KEY"', "-s")).toContain("it sent no key.");
  });

  test("when it calls a server that is not the spec's", async () => {
    expect(await problemsWith(/https:[^/]*/, "http://127.0.0.1:1")).toEqual([
      expect.stringContaining("it must name"),
    ]);
  });

  test("when the shell cannot run it", async () => {
    expect(await problemsWith(/$/, "'")).toEqual([expect.stringContaining("it failed")]);
  });

  test("when the answer is not the one that was asked for", async () => {
    const answer = { status: 409, example: undefined, empty: true };
    expect(await curlProblems(proxy, sample, answer)).toContainEqual(
      expect.stringMatching(/^the answer is 2/),
    );
  });
});
