import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { documentedOperations } from "../exchanges/documented-operations.ts";
import { type RecordingProxy, startRecordingProxy } from "../exchanges/recording-proxy.ts";
import { curlProblems } from "./curl-problems.test-support.ts";
import { type PageSample, pageSamples, readOperationPages } from "./page-samples.test-support.ts";

const samples = pageSamples(readOperationPages()).filter(({ kind }) => kind === "curl");
const operations = documentedOperations();

let proxy: RecordingProxy;
beforeAll(async () => {
  proxy = await startRecordingProxy(inject("mockUrl"));
});
afterAll(() => proxy.close());

describe("the curl commands of the page", () => {
  test("are there for every operation", () => {
    const shown = new Set(samples.map(({ operationId }) => operationId));
    expect([...shown].sort()).toEqual(operations.map(({ operationId }) => operationId).sort());
  });

  test.each(samples)("call as documented: $operationId $example", async (sample) => {
    expect(await curlProblems(proxy, sample)).toEqual([]);
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
});
