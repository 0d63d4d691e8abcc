import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import type * as Package from "./index.ts";
import type * as Validate from "./validate.ts";

const dist = new URL("../dist/", import.meta.url);
const read = (file: string) => readFile(new URL(file, dist), "utf8");
const require = createRequire(import.meta.url);

/** Finds the modules that a module loads, by the names in its code. */
function loadedBy(code: string): string[] {
  const found = code.matchAll(/\b(?:from|import|require)\s*\(?\s*"([^"]+)"/g);
  return [...found].map(([, name = ""]) => name);
}

describe.each(["index.mjs", "index.cjs"])("%s, which everybody loads", (file) => {
  test("has nothing of the validators, and loads nothing that has", async () => {
    const code = await read(file);
    expect(code).not.toMatch(/validators\.gen|createValidation\(options|instancePath/);
    expect(new Set(loadedBy(code))).toEqual(new Set(["openapi-fetch"]));
  });
});

describe.each(["validate.mjs", "validate.cjs"])("%s, which is loaded by those who validate", (file) => {
  test("loads nothing", async () => {
    const code = await read(file);
    expect(code).toContain("instancePath");
    expect(loadedBy(code)).toEqual([]);
  });
});

test("every entry is one file, so that nothing is shared between them", async () => {
  const files = (await readdir(dist)).filter((file) => /\.[cm]?js$/.test(file));
  expect(files.sort()).toEqual([
    "cli.mjs",
    "index.cjs",
    "index.mjs",
    "logging.cjs",
    "logging.mjs",
    "opentelemetry.cjs",
    "opentelemetry.mjs",
    "testing.cjs",
    "testing.mjs",
    "undici.cjs",
    "undici.mjs",
    "validate.cjs",
    "validate.mjs",
  ]);
});

test.each(["index.d.mts", "index.d.cts"])("%s names each type that it passes on", async (file) => {
  const text = await read(file);
  expect(text).not.toContain("export type *");
  expect(text).toMatch(/^export type \{[^}]*\bWorkflow\b[^}]*\} from "@np6\/api-types";$/m);
});

const esm = "@np6/api-client/validate";

describe.each([
  ["ESM", (await import(/* @vite-ignore */ import.meta.resolve(esm))) as typeof Validate],
  ["CommonJS", require(esm) as typeof Validate],
])("the %s build", (_, { createValidation, ...others }) => {
  test("validates a client of the other format too", async () => {
    expect(Object.keys(others)).toEqual(["checkWorkflow"]);
    const { createClient } = require("@np6/api-client") as typeof Package;
    const validation = createValidation({ requests: true });
    const np6 = createClient({
      apiKey: "k",
      allowRealApi: true,
      validation,
      fetch: async () => Response.error(),
    });
    // @ts-expect-error the types refuse it as well
    const call = np6.executeWorkflow({ path: { id: 1 }, body: { node: 5 } });
    await expect(call).rejects.toMatchObject({ kind: "configuration", problems: [{ field: "body.node" }] });
  });
});

/** Runs a script where `eval` and `new Function` throw, as on workerd and under a Content Security Policy. */
async function runWithoutEval(script: string): Promise<string> {
  const argv = ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", script];
  const cwd = fileURLToPath(new URL("..", import.meta.url));
  return (await promisify(execFile)(process.execPath, argv, { cwd })).stdout;
}

describe("where no code may be made from strings", () => {
  const script = `
    import { createClient } from "@np6/api-client";
    import { createValidation } from "@np6/api-client/validate";
    const validation = createValidation({ requests: true, responses: true });
    const answer = { headers: { "content-type": "application/vnd.np6.cm.workflow-v4" } };
    const fetch = async () => new Response('{"type":"success"}', answer);
    const np6 = createClient({ apiKey: "k", allowRealApi: true, fetch, validation });
    const call = (body) => np6.executeWorkflow({ path: { id: 1 }, body });
    console.log((await call({ receiver: { type: "id", value: "a" } })).type);
    console.log((await call({ node: 5 }).catch((error) => error)).problems[0].message);`;

  test("a client that validates works", async () => {
    expect(await runWithoutEval(script)).toBe("success\n`body.node` must be string (rule: type)\n");
  });

  test("something that makes code does not, so this would be noticed", async () => {
    await expect(runWithoutEval("new Function('return 1')()")).rejects.toThrow("EvalError");
  });
});
