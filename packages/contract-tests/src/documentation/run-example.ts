import { execFile } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire, stripTypeScriptTypes } from "node:module";
import { join, relative } from "node:path";
import type { Example } from "./read-examples.ts";

const specFile = createRequire(import.meta.url).resolve("@np6/api-types/openapi.json");

/** Where Node keeps the compiled packages: each example is a process, and they all import the same. */
const compileCache = join(import.meta.dirname, "../../node_modules/.cache/node-compile");

/**
 * Runs an example in a process of its own, with `NP6_BASE_URL` and `NP6_API_KEY` pointing to the mock. It runs in a new
 * folder that has the API's document as `openapi.yaml`.
 * @param folder - where `writeExample` put it
 * @param file - the example as a module
 * @returns what is wrong, as `page:line: …`; undefined when it ended well and printed what it says
 */
export async function runExample(
  folder: string,
  file: string,
  example: Example,
  mockUrl: string,
): Promise<string | undefined> {
  const at = `${example.page}:${example.line}`;
  if (/\bcreateClient\(/.test(example.code) && !/\bbaseUrl: /.test(example.code)) {
    return `${at}: it would call the real API; give baseUrl: process.env.NP6_BASE_URL.`;
  }
  const cwd = `${file}.run`;
  await mkdir(cwd);
  // JSON is YAML.
  await cp(specFile, join(cwd, "openapi.yaml"));
  const env = {
    ...process.env,
    NP6_BASE_URL: mockUrl,
    NP6_API_KEY: "example-key",
    NODE_COMPILE_CACHE: compileCache,
  };
  // Its types are taken out here, lines and columns kept: in a process of its own that takes longer than all the rest.
  const module = `${file}.mjs`;
  await writeFile(module, stripTypeScriptTypes(await readFile(file, "utf8")));
  const { failed, stdout, stderr } = await run(module, cwd, env);
  // A stack names the module's lines, which are the page's.
  if (failed) return `${at}: it failed: ${stderr.replaceAll(relative(folder, module), example.page).trim()}`;
  const printed = stdout.trimEnd().split("\n");
  const { output } = example;
  if (output.length === 0 || printed.join("\n") === output.join("\n")) return undefined;
  return `${at}: it says that it prints ${JSON.stringify(output)}, but it prints ${JSON.stringify(printed)}.`;
}

interface Run {
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

function run(file: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [file], { cwd, env, timeout: 50_000 }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, stdout, stderr: stderr || String(error ?? "") });
    });
  });
}
