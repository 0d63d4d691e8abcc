import { globSync } from "node:fs";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type ExitServer, startExitServer } from "@np6/fault-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pageSamples, readOperationPages } from "../reference/page-samples.test-support.ts";
import { type Example, readExamples } from "./read-examples.test-support.ts";
import { startExample } from "./start-example.test-support.ts";
import { writeExample } from "./write-example.test-support.ts";

// A reader with a key and no base URL tries the examples. No request may leave the machine.

const repository = join(import.meta.dirname, "../../../..");
const folder = join(import.meta.dirname, "../../.results/stay-home");

const pages = globSync(["README.md", "docs/*.md", "packages/*/README.md"], { cwd: repository });
const ofPages = await Promise.all(
  pages.sort().map(async (page) => readExamples(page, await readFile(join(repository, page), "utf8"))),
);
const ofReference = pageSamples(readOperationPages())
  .filter(({ kind }) => kind !== "curl")
  .flatMap(({ operationId, example = "call", kind, code }) =>
    readExamples(`${operationId}.${example}.${kind}`, `\`\`\`ts\n${code}\n\`\`\``),
  );
// Examples that fail here are included, because only requests before the failure matter.
const examples = [...ofPages.flat(), ...ofReference];

/** A reader's environment: a key, and nothing that indicates a test. */
const developerEnvironment = {
  NP6_API_KEY: "a-real-key",
  NP6_BASE_URL: undefined,
  NODE_ENV: undefined,
  VITEST: undefined,
  VITEST_WORKER_ID: undefined,
  VITEST_POOL_ID: undefined,
  TEST: undefined,
};

let exit: ExitServer;
beforeAll(async () => {
  exit = await startExitServer();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
});
afterAll(() => exit.close());

async function run(example: Example) {
  return startExample(await writeExample(folder, example), { ...developerEnvironment, ...exit.env });
}

describe("with a key and no base URL", () => {
  test.each(examples)("nothing leaves the machine: $page:$line", async (example) => {
    const { stderr } = await run(example);
    expect(exit.connections).toBe(0);
    if (/\bbaseUrl: process\.env\.NP6_BASE_URL\b/.test(example.code) && example.notRun === undefined) {
      expect(stderr).toContain("`baseUrl` is given, but has no value");
    }
  });
});

test("a request that leaves would be noticed", async () => {
  const code =
    'import { createClient } from "@np6/api-client";\n' +
    'await createClient({ apiKey: "a-real-key", retry: false }).duplicateWorkflow({ path: { id: 1 } });';
  await run({ page: "leaves.md", line: 1, code, output: [] });
  expect(exit.connections).toBe(1);
});
