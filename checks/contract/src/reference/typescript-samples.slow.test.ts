import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { findTypeProblems } from "../documentation/find-type-problems.test-support.ts";
import { type Example, readExamples } from "../documentation/read-examples.test-support.ts";
import { runExample } from "../documentation/run-example.test-support.ts";
import { writeExample } from "../documentation/write-example.test-support.ts";
import { documentedOperations } from "../exchanges/documented-operations.ts";
import { type RecordingProxy, startRecordingProxy } from "../exchanges/recording-proxy.ts";
import { exchangeProblems } from "./exchange-problems.test-support.ts";
import { exchangesOf } from "./exchanges-of.test-support.ts";
import { type PageSample, pageSamples, readOperationPages } from "./page-samples.test-support.ts";

// Below the package, so that the samples resolve the built packages.
const folder = join(import.meta.dirname, "../../.results/reference");

/** Converts a sample to an example of the documentation, which the same code can run. */
function asExample({ operationId, example: body = "call", kind, code }: PageSample): Example {
  const page = `${operationId}.${body}.${kind}`;
  const [example] = readExamples(page, `\`\`\`ts\n${code}\n\`\`\``);
  if (example === undefined) throw new Error(`${page} is empty`);
  return example;
}

const samples = pageSamples(readOperationPages())
  .filter(({ kind }) => kind !== "curl")
  .map((sample) => ({ ...sample, asExample: asExample(sample) }));
const examples = samples.map((sample) => sample.asExample);

let proxy: RecordingProxy;
beforeAll(async () => {
  proxy = await startRecordingProxy(inject("mockUrl"));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
});
afterAll(() => proxy.close());

async function run(example: Example): Promise<string | undefined> {
  return runExample(folder, await writeExample(folder, example), example, proxy.url);
}

test("there is TypeScript of both kinds for every operation", () => {
  for (const kind of ["typescript", "mock"]) {
    const ofKind = samples.filter((sample) => sample.kind === kind).map(({ operationId }) => operationId);
    const documented = documentedOperations().map(({ operationId }) => operationId);
    expect([...new Set(ofKind)].sort()).toEqual(documented.sort());
  }
});

test("the TypeScript of the page compiles", async () => {
  await Promise.all(examples.map((example) => writeExample(folder, example)));
  expect(await findTypeProblems(folder, examples)).toEqual([]);
});

describe("the TypeScript of the page", () => {
  const calls = samples.filter(({ kind }) => kind === "typescript");
  test.each(calls)("calls as documented: $operationId $example", async (sample) => {
    let problem: string | undefined;
    const exchanges = await exchangesOf(proxy, async () => {
      problem = await run(sample.asExample);
    });
    expect(problem).toBeUndefined();
    expect(exchangeProblems(exchanges, sample)).toEqual([]);
  });
});

describe("what the page says that the mock gives", () => {
  const withMock = samples.filter(({ kind }) => kind === "mock");
  test.each(withMock)("is what it prints: $operationId", async (sample) => {
    expect(sample.asExample.output).toHaveLength(1);
    expect(await run(sample.asExample)).toBeUndefined();
  });

  test("is compared: another outcome is reported", async () => {
    const [sample] = withMock;
    const wrong = {
      ...(sample as PageSample),
      example: "wrong",
      code: sample?.code.replace(/→ .*/, "→ http 418 false") ?? "",
    };
    expect(await run(asExample(wrong))).toMatch(/http 418 false.*but it prints/);
  });
});
