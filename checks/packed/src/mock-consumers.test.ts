import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackages } from "@np6/tools/pack-packages";
import { execa } from "execa";
import { satisfies } from "semver";
import { expect, test } from "vitest";
import { mockConsumer } from "./mock-consumer.test-support.ts";

// The tests of an example consumer, in three test runners, with the packed packages.

const npm = (cwd: string, args: string[], env: Record<string, string> = {}) =>
  execa("npm", args, { cwd, reject: false, all: true, env, preferLocal: false });

test("all runners pass at the same time, offline, and leave nothing behind", async () => {
  const folder = await mockConsumer();
  const temporary = await mkdtemp(join(tmpdir(), "np6-mock-consumer-tmp-"));
  // With a missing proxy, only this machine's addresses are reachable.
  const offline = { HTTPS_PROXY: "http://127.0.0.1:9", HTTP_PROXY: "http://127.0.0.1:9", TMPDIR: temporary };
  const runners = ["vitest", "node", "jest", "jest-seed"];
  const runs = await Promise.all(runners.map((runner) => npm(folder, ["run", `test:${runner}`], offline)));
  for (const { exitCode, all } of runs) expect(exitCode, all).toBe(0);
  expect(runs[0]?.all).toMatch(/Tests .*8 passed/s);
  expect(runs[1]?.all).toMatch(/pass 8\n/);
  expect(runs[2]?.all).toMatch(/Tests: +6 passed, 6 total/);
  expect(runs[3]?.all).toMatch(/Tests: +1 passed, 1 total/);
  expect((await readdir(temporary)).filter((name) => name.startsWith("np6-mock-"))).toEqual([]);
  await rm(temporary, { recursive: true, force: true });
});

const vitest3Test = `import { test } from "@np6/api-mock/vitest";
import { expect } from "vitest";

test("a conflict is told", async ({ mock }) => {
  mock.scenario("conflict-empty");
  const call = mock.client({ retry: false }).duplicateWorkflow({ path: { id: 42 } });
  await expect(call).rejects.toMatchObject({ kind: "http", status: 409 });
});
`;
const vitest3Config = `export default { test: { globalSetup: "@np6/api-mock/vitest-setup" } };
`;

test("it installs under engine-strict beside vitest 3, also for Node 20 and 22, and its vitest entry works there", async () => {
  const packed = await packPackages();
  const consumerFolder = await mkdtemp(join(tmpdir(), "np6-mock-vitest3-"));
  try {
    const files = {
      "package.json": '{ "private": true, "type": "module" }',
      "mock.test.js": vitest3Test,
      "vitest.config.js": vitest3Config,
    };
    for (const [name, text] of Object.entries(files)) await writeFile(join(consumerFolder, name), text);
    const tarballs = packed.packages
      .filter(({ name }) =>
        ["@np6/api-types", "@np6/openapi-runtime", "@np6/api-client", "@np6/api-mock"].includes(name),
      )
      .map(({ tarball }) => tarball);
    const options = { cwd: consumerFolder, reject: false, all: true, preferLocal: false } as const;
    const words = ["install", "--engine-strict=true", "--no-audit", "--no-fund", "vitest@3.2.7", ...tarballs];
    const installed = await execa("npm", words, options);
    expect(installed.exitCode, installed.all).toBe(0);
    expect(installed.all).not.toMatch(/EBADENGINE|deprecated|ERESOLVE/);
    const ran = await execa("npx", ["vitest", "run"], options);
    expect(ran.exitCode, ran.all).toBe(0);
    expect(ran.all).toMatch(/Tests .*1 passed/);
    const lock = JSON.parse(await readFile(join(consumerFolder, "package-lock.json"), "utf8")) as {
      packages: Record<string, { engines?: { node?: string }; optional?: boolean }>;
    };
    const refusing = (node: string) =>
      Object.entries(lock.packages)
        .filter(([, { engines, optional }]) => !optional && !satisfies(node, engines?.node ?? "*"))
        .map(([name]) => name);
    expect([...refusing("20.20.2"), ...refusing("22.22.0"), ...refusing("24.21.0")]).toEqual([]);
    // The comparison can fail.
    expect(refusing("18.0.0")).not.toEqual([]);
  } finally {
    await packed.remove();
    await rm(consumerFolder, { recursive: true, force: true });
  }
});
