import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type PackedPackages, packPackages } from "@np6/tools/pack-packages";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { user, wrappers } from "./wrappers.test-support.ts";

// Declarations of code that wraps a client, made by three compilers. pnpm installs the packages, so an indirect
// dependency has no name that a declaration could import.

let packed: PackedPackages;
let folder: string;

const run = (command: string, args: string[]) =>
  execa(command, args, { cwd: folder, reject: false, all: true, preferLocal: false });

/** Settings of a new Nest project, from its schematics 12.0.6. */
const nestCompilerOptions = {
  module: "nodenext",
  moduleResolution: "nodenext",
  resolvePackageJsonExports: true,
  esModuleInterop: true,
  isolatedModules: true,
  declaration: true,
  removeComments: true,
  emitDecoratorMetadata: true,
  experimentalDecorators: true,
  allowSyntheticDefaultImports: true,
  target: "ES2022",
  sourceMap: true,
  incremental: true,
  skipLibCheck: true,
  strict: true,
  strictPropertyInitialization: false,
  types: ["node"],
};

const node10 = `import { createClient } from "@np6/api-client";
import { createFakeClient } from "@np6/api-client/testing";
import { createValidation } from "@np6/api-client/validate";
const validation = createValidation({ requests: true });
export const np6 = createClient({ apiKey: "k", baseUrl: "http://127.0.0.1:1", validation });
export const fake = createFakeClient({ executeWorkflow: { type: "success" } });
`;

beforeAll(async () => {
  packed = await packPackages();
  folder = await mkdtemp(join(tmpdir(), "np6-declarations-"));
  const tarball = (name: string) =>
    `file:${packed.packages.find((candidate) => candidate.name === name)?.tarball}`;
  const manifest = {
    private: true,
    type: "module",
    dependencies: { "@np6/api-client": tarball("@np6/api-client"), "@opentelemetry/api": "1.9.1" },
    devDependencies: {
      "@types/node": "20.19.43",
      typescript54: "npm:typescript@5.4.5",
      typescript59: "npm:typescript@5.9.3",
      typescript7: "npm:typescript@7.0.2",
    },
  };
  const overrides = ["@np6/api-types", "@np6/openapi-runtime"].map(
    (name) => `  "${name}": "${tarball(name)}"`,
  );
  const composite = (more: object) => ({
    compilerOptions: { ...nestCompilerOptions, composite: true, outDir: "out", ...more },
  });
  const files = {
    "package.json": manifest,
    "pnpm-workspace.yaml": `overrides:\n${overrides.join("\n")}\n`,
    "wrappers/index.ts": wrappers,
    "wrappers/tsconfig.json": { ...composite({ outDir: "." }), files: ["index.ts"] },
    "user/index.ts": user,
    "user/tsconfig.json": { ...composite({}), files: ["index.ts"], references: [{ path: "../wrappers" }] },
    "node10.ts": node10,
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  const { exitCode, all } = await run("pnpm", ["install"]);
  expect(exitCode, all).toBe(0);
});

afterAll(async () => {
  await packed?.remove();
  if (folder) await rm(folder, { recursive: true, force: true });
});

describe.each(["typescript54", "typescript59", "typescript7"])("by %s", (compiler) => {
  test("are made in a composite project with Nest's settings, and are enough for who uses it", async () => {
    const tsc = join("node_modules", compiler, "bin/tsc");
    const { exitCode, all } = await run("node", [tsc, "--build", "--force", "user"]);
    expect(exitCode, all).toBe(0);
    const declarations = await readFile(join(folder, "wrappers/index.d.ts"), "utf8");
    expect(declarations).toMatch(/run: \(c: Np6Client\) => \(input: .*ExecuteWorkflowInput & /);
    expect(declarations).not.toContain(".pnpm");
  });
});

test("the types of every entry are found by `moduleResolution: node10`, too", async () => {
  const options =
    "--noEmit --strict --skipLibCheck --module commonjs --moduleResolution node10 --target es2022 --esModuleInterop";
  const { exitCode, all } = await run("node", [
    "node_modules/typescript59/bin/tsc",
    ...options.split(" "),
    "node10.ts",
  ]);
  expect(exitCode, all).toBe(0);
});
