import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Mock, startMock } from "@np6/api-mock";
import { type PackedPackages, packPackages } from "@np6/tools/pack-packages";
import { repositoryRoot } from "@np6/tools/repository-root";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mockConsumer } from "./mock-consumer.test-support.ts";
import { npmInstall } from "./npm-install.test-support.ts";

let packed: PackedPackages;
let mock: Mock;
let folder: string;

const run = (command: string, args: string[], env: Record<string, string> = {}) =>
  execa(command, args, { cwd: folder, reject: false, all: true, env, preferLocal: false });

const tarballsOf = (...names: string[]) =>
  names.map(
    (name) =>
      packed.packages.find((candidate) => candidate.name === name)?.tarball ?? `${name} was not packed`,
  );

beforeAll(async () => {
  packed = await packPackages();
  mock = await startMock();
  // A copy outside the workspace, so that no parent folder contains the repository's packages.
  folder = await mkdtemp(join(tmpdir(), "np6-consumer-"));
  await cp(join(repositoryRoot, "examples/consumer"), folder, { recursive: true });
  await npmInstall(folder, ...tarballsOf("@np6/api-types", "@np6/openapi-runtime", "@np6/api-client"));
  // Separate from the consumer's own TypeScript, because both provide the command `tsc`.
  await npmInstall(folder, "--prefix", join(folder, "typescript7"), "typescript@7.0.2");
});

afterAll(async () => {
  await mock?.close();
  await packed?.remove();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const compilers = [
  { version: "5.9.3", tsc: "node_modules/typescript/bin/tsc" },
  { version: "7.0.2", tsc: "typescript7/node_modules/typescript/bin/tsc" },
];
const projects = ["tsconfig.bundler.json", "tsconfig.node16.json"];

describe.each(compilers)("with TypeScript $version", ({ version, tsc }) => {
  test("the compiler is that version", async () => {
    expect((await run("node", [tsc, "--version"])).stdout).toBe(`Version ${version}`);
  });

  test.each(projects)("a consumer type-checks with %s", async (project) => {
    const { exitCode, all } = await run("node", [tsc, "--project", project, "--noEmit"]);
    expect(exitCode, all).toBe(0);
  });

  test.each(projects)("a wrong call does not compile with %s", async (project) => {
    const wrong = join(folder, "src/wrong.mts");
    const source = await readFile(join(folder, "src/execute-welcome.mts"), "utf8");
    await writeFile(wrong, source.replace("id: 42", 'id: "42"'));
    const { exitCode, all } = await run("node", [tsc, "--project", project, "--noEmit", "--skipLibCheck"]);
    await rm(wrong);
    expect(exitCode).not.toBe(0);
    expect(all).toMatch(/wrong\.mts.*TS2322/);
  });
});

describe("the packed client runs a call against the mock", () => {
  beforeAll(async () => {
    const { exitCode, all } = await run("npm", ["run", "build"]);
    expect(exitCode, all).toBe(0);
  });

  test.each(["mjs", "cjs"])("from an .%s file", async (extension) => {
    const env = { NP6_BASE_URL: mock.url, NP6_API_KEY: "consumer-key" };
    const { stdout, all, exitCode } = await run("node", [`dist/execute-welcome.${extension}`], env);
    expect(exitCode, all).toBe(0);
    expect(stdout).toBe(`${extension === "mjs" ? "esm" : "cjs"} success`);
  });

  test("from a shell, by its command", async () => {
    const env = { NP6_BASE_URL: mock.url, NP6_API_KEY: "consumer-key" };
    const np6 = (...args: string[]) => run("node_modules/.bin/np6", args, env);
    expect((await np6("getWorkflowNodes", "--help")).stdout).toContain("GET /scripting/workflows/{id}/nodes");
    const read = await np6("getWorkflowNodes", "--id", "42");
    expect(read.exitCode, read.all).toBe(0);
    expect(JSON.parse(read.stdout)).toBeInstanceOf(Array);
    const receiver = { type: "id", value: "from-a-shell" };
    const execution = ["executeWorkflow", "--id", "42", "--body", JSON.stringify({ receiver })];
    expect((await np6(...execution)).exitCode).toBe(1);
    expect(mock.executions.get(receiver)).toBeUndefined();
    expect((await np6(...execution, "--yes")).exitCode).toBe(0);
    expect(mock.executions.get(receiver)?.times).toBe(1);
  });

  test("and says what is wrong when the key is missing", async () => {
    const { exitCode, all } = await run("node", ["dist/execute-welcome.mjs"], { NP6_BASE_URL: mock.url });
    expect(exitCode).not.toBe(0);
    expect(all).toContain("apiKey");
  });
});

describe("the packed mock", () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = await mockConsumer();
  });
  const runInFolder = (command: string, words: string[]) =>
    execa(command, words, { cwd, reject: false, all: true });

  test("starts, answers and stops in a consumer's own script", async () => {
    const script = `
      import { startMock } from "@np6/api-mock";
      const mock = await startMock();
      const response = await fetch(mock.url + "/scripting/workflows/42/duplication", {
        method: "POST", headers: { "X-Key": "k" },
      });
      process.stdout.write(String(response.status));
      await mock.close();
    `;
    await writeFile(join(cwd, "use-mock.mjs"), script);
    const { stdout, exitCode, all } = await runInFolder("node", ["use-mock.mjs"]);
    expect(exitCode, all).toBe(0);
    expect(stdout).toBe("200");
  });

  test("has its command", async () => {
    const { stdout, exitCode, all } = await runInFolder("node_modules/.bin/np6-mock", ["--help"]);
    expect(exitCode, all).toBe(0);
    expect(stdout).toContain("--port");
  });
});
