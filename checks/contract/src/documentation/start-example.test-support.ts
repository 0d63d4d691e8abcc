import { execFile } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire, stripTypeScriptTypes } from "node:module";
import { join } from "node:path";

const specFile = createRequire(import.meta.url).resolve("@np6/api-types/openapi.json");

/** Node's cache of compiled packages, which all examples share. */
const compileCache = join(import.meta.dirname, "../../node_modules/.cache/node-compile");

/** The result of an example's process. */
interface ExampleRun {
  readonly failed: boolean;
  readonly stdout: string;
  readonly stderr: string;
  /** The module's path, as stacks contain it. */
  readonly module: string;
}

/**
 * Runs an example in its own process, in a new folder that contains the API's document as `openapi.yaml`, with a key.
 * @param file - the example as a module
 * @param variables - environment variables besides this process's; `undefined` removes one
 */
export async function startExample(file: string, variables: NodeJS.ProcessEnv): Promise<ExampleRun> {
  const cwd = `${file}.run`;
  await mkdir(cwd);
  // JSON is valid YAML.
  await cp(specFile, join(cwd, "openapi.yaml"));
  const env = {
    ...process.env,
    NP6_API_KEY: "example-key",
    NODE_COMPILE_CACHE: compileCache,
    ...variables,
  };
  // The types are removed here, with the same lines and columns, because a separate process for that would be slow.
  const module = `${file}.mjs`;
  await writeFile(module, stripTypeScriptTypes(await readFile(file, "utf8")));
  return new Promise((resolve) => {
    execFile(process.execPath, [module], { cwd, env, timeout: 50_000 }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, stdout, stderr: stderr || String(error ?? ""), module });
    });
  });
}
