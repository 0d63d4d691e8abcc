import { execFile } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire, stripTypeScriptTypes } from "node:module";
import { join } from "node:path";

const specFile = createRequire(import.meta.url).resolve("@np6/api-types/openapi.json");

/** Where Node keeps the compiled packages: each example is a process, and they all import the same. */
const compileCache = join(import.meta.dirname, "../../node_modules/.cache/node-compile");

/** What became of an example's process. */
interface ExampleRun {
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
  /** The module that ran, as stacks name it. */
  readonly module: string;
}

/**
 * Runs an example in a process of its own, in a new folder that has the API's document as `openapi.yaml`, with a key.
 * @param file - the example as a module
 * @param variables - environment variables beside this process's; `undefined` takes one of those away
 */
export async function startExample(file: string, variables: NodeJS.ProcessEnv): Promise<ExampleRun> {
  const cwd = `${file}.run`;
  await mkdir(cwd);
  // JSON is YAML.
  await cp(specFile, join(cwd, "openapi.yaml"));
  const env = {
    ...process.env,
    NP6_API_KEY: "example-key",
    NODE_COMPILE_CACHE: compileCache,
    ...variables,
  };
  // Its types are taken out here, lines and columns kept: in a process of its own that takes longer than all the rest.
  const module = `${file}.mjs`;
  await writeFile(module, stripTypeScriptTypes(await readFile(file, "utf8")));
  return new Promise((resolve) => {
    execFile(process.execPath, [module], { cwd, env, timeout: 50_000 }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, stdout, stderr: stderr || String(error ?? ""), module });
    });
  });
}
