import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Mock, startMock } from "@np6/api-mock";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test } from "vitest";
import { repositoryRoot } from "../repository-root.ts";
import { type PackedPackages, packPackages } from "./pack-packages.ts";

let packed: PackedPackages;
let mock: Mock;
let folder: string;

beforeAll(async () => {
  packed = await packPackages();
  mock = await startMock();
  folder = await mkdtemp(join(tmpdir(), "np6-examples-"));
});
afterAll(async () => {
  await mock?.close();
  await packed?.remove();
  if (folder) await rm(folder, { recursive: true, force: true });
});

const needed: Readonly<Record<string, readonly string[]>> = {
  "service-esm": ["@np6/api-types", "@np6/api-client"],
  "service-cjs": ["@np6/api-types", "@np6/api-client"],
  "fastify-service": ["@np6/api-types", "@np6/api-client"],
  "mock-tests": ["@np6/api-types", "@np6/api-client", "@np6/api-mock"],
  "serverless-function": ["@np6/api-types", "@np6/api-client"],
};

test.each(Object.entries(needed))("%s type-checks and passes its own tests", async (name, packages) => {
  const cwd = join(folder, name);
  await cp(join(repositoryRoot, "examples", name), cwd, { recursive: true });
  const env = { NP6_BASE_URL: mock.url, NP6_API_KEY: "example-key" };
  const npm = async (...words: string[]) => {
    const { exitCode, all } = await execa("npm", words, {
      cwd,
      env,
      reject: false,
      all: true,
      preferLocal: false,
    });
    expect(exitCode, all).toBe(0);
  };
  const tarballs = packed.packages.filter((one) => packages.includes(one.name)).map(({ tarball }) => tarball);
  await npm("install", "--no-audit", "--no-fund", "--loglevel=error", ...tarballs);
  await npm("run", "typecheck");
  await npm("test");
});
