import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMock } from "@np6/api-mock";
import { type ExitServer, startExitServer } from "@np6/fault-server";
import { type PackedPackages, packPackages } from "@np6/tools/pack-packages";
import { repositoryRoot } from "@np6/tools/repository-root";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { npmInstall } from "./npm-install.test-support.ts";

// The examples, copied and installed like by a consumer, with a key and without a base URL.

const examples = [
  "consumer",
  "service-esm",
  "service-cjs",
  "fastify-service",
  "serverless-function",
  "nestjs-service",
  "queue-worker",
  "next-route",
];
/** Examples whose tests run here, with the mock. */
const testedHere = ["fastify-service", "nestjs-service", "queue-worker", "next-route"];

let packed: PackedPackages;
let exit: ExitServer;
let folder: string;

const run = (cwd: string, command: string, args: string[], env: Record<string, string> = {}) =>
  execa(command, args, {
    cwd,
    reject: false,
    all: true,
    // Without this run's variables, which would show the client that it is in a test.
    extendEnv: false,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NP6_API_KEY: "a-real-key", ...env },
  });

/** Returns the test command without the compiler before it, which has already run. */
const lastCommand = (scripts: Record<string, string>): string | undefined =>
  scripts.test?.split("&& ").at(-1);

beforeAll(async () => {
  packed = await packPackages();
  exit = await startExitServer();
  folder = await mkdtemp(join(tmpdir(), "np6-examples-"));
  const dependencies: Record<string, string> = {};
  for (const example of examples) {
    await cp(join(repositoryRoot, "examples", example), join(folder, example), { recursive: true });
    const manifest = JSON.parse(await readFile(join(folder, example, "package.json"), "utf8"));
    Object.assign(dependencies, manifest.dependencies, manifest.devDependencies);
  }
  // `pnpm check next` installs Next.js; the tests of the route do not need it.
  for (const name of ["next", "react", "react-dom", "@types/react"]) delete dependencies[name];
  for (const { name, tarball } of packed.packages) {
    if (["@np6/api-types", "@np6/openapi-runtime", "@np6/api-client", "@np6/api-bulk"].includes(name))
      dependencies[name] = `file:${tarball}`;
  }
  // One folder above all examples, so that a single install is enough.
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  await npmInstall(folder);
});

afterAll(async () => {
  await exit?.close();
  await packed?.remove();
  if (folder) await rm(folder, { recursive: true, force: true });
});

describe("with a key and no base URL", () => {
  test.each(examples)("%s refuses to start, and nothing leaves the machine", async (example) => {
    const cwd = join(folder, example);
    const { scripts } = JSON.parse(await readFile(join(cwd, "package.json"), "utf8"));
    if (scripts.build) {
      const script = scripts.build.startsWith("next ") ? "typecheck" : "build";
      const { exitCode, all } = await run(cwd, "npm", ["run", "--silent", script]);
      expect(exitCode, all).toBe(0);
    }
    const steps = [scripts.start, lastCommand(scripts)].filter(
      (step) => step !== undefined && !step.startsWith("next "),
    );
    expect(steps).not.toEqual([]);
    for (const step of steps) {
      const { all } = await run(cwd, "sh", ["-c", step], exit.env);
      expect(all).toContain("`baseUrl` is given, but has no value");
    }
    expect(exit.connections).toBe(0);
  });

  test("the demo tells what is missing", async () => {
    const demo = join(repositoryRoot, "examples/demo");
    const { exitCode, all } = await run(demo, process.execPath, ["src/demo.ts"], exit.env);
    expect(exitCode).toBe(1);
    expect(all).toContain("Set both NP6_BASE_URL and NP6_API_KEY");
    expect(exit.connections).toBe(0);
  });
});

test.each(testedHere)("%s passes its own tests against the mock", async (example) => {
  const cwd = join(folder, example);
  const { scripts } = JSON.parse(await readFile(join(cwd, "package.json"), "utf8"));
  const mock = await startMock();
  try {
    const { exitCode, all } = await run(cwd, "sh", ["-c", lastCommand(scripts) ?? "false"], {
      NP6_BASE_URL: mock.url,
    });
    expect(exitCode, all).toBe(0);
    expect(all).toMatch(/^# fail 0$|ℹ fail 0/m);
    expect(mock.requestCount).toBeGreaterThan(0);
  } finally {
    await mock.close();
  }
});

test("a request that leaves would be noticed", async () => {
  const script = `import { createClient } from "@np6/api-client";
    await createClient({ apiKey: "a-real-key", retry: false }).duplicateWorkflow({ path: { id: 1 } });`;
  await writeFile(join(folder, "leaves.mjs"), script);
  await run(folder, process.execPath, ["leaves.mjs"], exit.env);
  expect(exit.connections).toBe(1);
});

describe("a page that a test brings", () => {
  test.each([
    ["jsdom", 'import { JSDOM } from "jsdom"; const { window } = new JSDOM("");'],
    ["happy-dom", 'import { Window } from "happy-dom"; const window = new Window();'],
  ])("by %s is no browser", async (name, makePage) => {
    await npmInstall(folder, name === "jsdom" ? "jsdom@29.1.1" : "happy-dom@21.0.4");
    const script = `${makePage}
      globalThis.window = window;
      globalThis.document = window.document;
      const { createClient } = await import("@np6/api-client");
      createClient({ apiKey: "a-real-key", baseUrl: "http://127.0.0.1:1" });
      console.log("made");
      process.exit();`;
    await writeFile(join(folder, "page.mjs"), script);
    const { all } = await run(folder, process.execPath, ["page.mjs"]);
    expect(all).toBe("made");
  });
});
