import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { diffFiles } from "@np6/openapi-diff";
import { copyRepository, type RepositoryCopy } from "@np6/tools/copy-repository";
import { repositoryRoot } from "@np6/tools/repository-root";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { growSpec, version5 } from "./grow-spec.test-support.ts";
import { program as ofSecondArea } from "./second-area/program.test-support.ts";
import { program as ofSecondVersion } from "./second-version/program.test-support.ts";

// A new area of the API, or a new version of a media type, only needs new files in the spec. So this test changes
// nothing else. One copy has both, because installing and running it takes most of the time.
let copy: RepositoryCopy;

const run = (command: string, ...args: string[]) =>
  execa(command, args, { cwd: copy.folder, reject: false, all: true });

beforeAll(async () => {
  copy = await copyRepository({ cache: true });
  await growSpec(join(copy.folder, "spec"));
  await turbo("generate");
  await turbo("build", "lint", "test", "--filter=@np6/spec", "--filter=@np6/contract-tests");
  // The reference's samples are the only slow tests that depend on the operations.
  await succeed("pnpm", "--filter", "@np6/contract-tests", "test:slow", "src/reference");
  await turbo("typecheck", "--filter=@np6/api-client");
});

async function succeed(command: string, ...args: string[]): Promise<void> {
  const { exitCode, all } = await run(command, ...args);
  expect(exitCode, all).toBe(0);
}

/** Runs turbo tasks in the copy. */
const turbo = (...tasks: string[]) =>
  succeed("pnpm", "exec", "turbo", "run", ...tasks, "--output-logs=errors-only");

afterAll(() => copy?.remove());

test("only the spec and the generated files have changed", async () => {
  const changed = await copy.changedFiles();
  expect(changed).toEqual(
    expect.arrayContaining(["spec/openapi.yaml", "packages/api-types/src/generated/openapi.gen.ts"]),
  );
  expect(changed.filter((file) => !/^spec\/|\/src\/generated\/[^/]+\.gen\.ts$/.test(file))).toEqual([]);
});

test("that is a minor change", async () => {
  const [base, head] = [repositoryRoot, copy.folder].map((root) => join(root, "spec/openapi.yaml"));
  const { bump, changes } = await diffFiles(base as string, head as string);
  expect(changes.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^Path `\/contacts\/\{contactId\}` is new\. \(`getContact`, .*`deleteContact`\)/),
      expect.stringMatching(
        /The 200 answer `application\/vnd\.np6\.cm\.workflow-v5` of `executeWorkflow` is new/,
      ),
    ]),
  );
  expect(bump).toBe("minor");
});

describe("the second area", () => {
  test("is called with its media type, typed, through client and mock", async () => {
    const vendorType = "application/vnd.np6.cm.contact-v2";
    expect(await runProgram("second-area", ofSecondArea)).toEqual({
      imported: { done: 24, unknown: 1, problems: [] },
      email: "ada@example.com",
      kind: "person",
      seen: [null, vendorType, vendorType, vendorType, vendorType, vendorType],
      listed: ["person", "company"],
      created: "000A1B2C",
      gone: true,
      refused: 418,
      wrongId: 422,
      urls: [
        "GET /contacts/000A1B2C",
        "PATCH /contacts/000A1B2C",
        "GET /contacts",
        "POST /contacts",
        "DELETE /contacts/000A1B2C",
        "GET /contacts/000A1B2C",
        "GET /contacts/42",
      ],
      query: "ids=000A1B2C&ids=000A1B2D&tags=newsletter,paper",
    });
  });

  test("is called from a shell, and asked about where it says that it reaches people", async () => {
    const env = { NP6_API_KEY: "any", NP6_BASE_URL: "http://127.0.0.1:1" };
    const np6 = (...args: string[]) =>
      execa("node", ["packages/api-client/bin/np6.mjs", ...args], { cwd: copy.folder, reject: false, env });
    const help = await np6("createContact", "--help");
    expect(help.stdout).toMatch(/^POST \/contacts$/m);
    expect(help.stdout).toMatch(/email\??: string/);
    const list = ["listContacts", "--ids", "000A1B2C", "--ids", "000A1B2D", "--tags", "paper", "--dry-run"];
    expect(JSON.parse((await np6(...list)).stdout)).toMatchObject({
      url: "http://127.0.0.1:1/contacts?ids=000A1B2C&ids=000A1B2D&tags=paper",
    });
    const contacts = ["importContacts", "--body", '[{"kind":"person","email":"ada@example.com"}]'];
    const unasked = await np6(...contacts);
    expect([unasked.exitCode, unasked.stderr]).toEqual([1, expect.stringContaining("Add --yes")]);
  });

  test("was walked through by the contract tests", async () => {
    const names = (await testNames()).filter((name) => name.includes("updateContact"));
    expect(names.length).toBeGreaterThan(20);
  });

  test("is in the reference, and what that shows was run", async () => {
    const names = await testNames();
    for (const sample of ["the curl commands of the page", "the TypeScript of the page"]) {
      const ofContacts = names.filter((name) => name.startsWith(sample) && name.includes("updateContact"));
      expect(ofContacts.length, sample).toBeGreaterThan(0);
    }
  });
});

describe("the second version of a media type", () => {
  test("leaves old code as it was, and is there for who asks: typed, through client and mock", async () => {
    const version4 = "application/vnd.np6.cm.workflow-v4";
    expect(await runProgram("second-version", ofSecondVersion)).toEqual({
      old: ["success", ["success", "success"]],
      fresh: ["5", ["5", "6"]],
      mixed: "success",
      wrong: "function",
      others: true,
      seen: [
        ...[version4, version4],
        ...[version4, version4],
        ...[version5, version5],
        ...[version5, version4],
        ...[version5, version5],
        ...[null, "application/json"],
      ],
    });
  });

  test("was walked through by the contract tests, both ways", async () => {
    const names = (await testNames()).filter((name) => name.includes(version5));
    for (const name of [
      `executeWorkflow by operation method sends the example fresh as ${version5}`,
      `executeWorkflowBatch by method and path when the answer is 200 reads ${version5}, example fresh`,
      `executeWorkflow by method and path when the answer is 200 reads ${version5}, example success`,
      `executeWorkflowBatch by operation method sends the example fresh to a client that prefers ${version5}`,
    ]) {
      expect(names).toContain(name);
    }
    for (const about of ["a request of executeWorkflow as", "an answer of executeWorkflowBatch 200 as"]) {
      expect(
        names.filter((name) => name.startsWith(about)),
        about,
      ).toHaveLength(2);
    }
  });

  test("is in the reference, and what that shows was run", async () => {
    const names = await testNames();
    expect(names).toContain("the curl commands of the page call as documented: executeWorkflow fresh");
    expect(names).toContain("the TypeScript of the page calls as documented: executeWorkflowBatch fresh");
  });
});

/** Type-checks and runs a consumer's program in the copy. @returns its output */
async function runProgram(name: string, program: string): Promise<unknown> {
  // A folder that git ignores, where the copy's packages can be resolved.
  const folder = join(copy.folder, "checks/contract/.results", name);
  const file = join(folder, "program.ts");
  await mkdir(folder, { recursive: true });
  await writeFile(file, program);
  const options =
    "--ignoreConfig --noEmit --strict --module nodenext --target es2022 --types node --skipLibCheck --moduleDetection force";
  const contracts = ["--filter", "@np6/contract-tests", "exec"];
  const checked = await run("pnpm", ...contracts, "tsc", ...options.split(" "), file);
  expect(checked.exitCode, checked.all).toBe(0);
  const { exitCode, all, stdout } = await run("pnpm", ...contracts, "node", file);
  expect(exitCode, all).toBe(0);
  return JSON.parse(stdout);
}

/** Lists the names of the contract tests that passed in the copy, of both lanes. */
async function testNames(): Promise<string[]> {
  const names = ["vitest.json", "slow.json"].map(async (file) => {
    const text = await readFile(join(copy.folder, "checks/contract/.results", file), "utf8");
    const report = JSON.parse(text) as { testResults: { assertionResults: { fullName: string }[] }[] };
    return report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ fullName }) => fullName),
    );
  });
  return (await Promise.all(names)).flat();
}
