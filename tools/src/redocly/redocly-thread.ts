import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { parentPort } from "node:worker_threads";

// Runs redocly commands one after the other in a thread, so that only the first one loads redocly (a fifth of a second).
// Redocly reads `process.argv` when its entry file is loaded, and calls `process.exit` when nothing is left to do; a query makes the
// file load again, without the chunks that it imports.

/** What the thread answers to a command. */
export interface RedoclyResult {
  readonly exitCode: number;
  readonly stderr: string;
}

const { resolve } = createRequire(import.meta.url);
const bin = pathToFileURL(resolve("@redocly/cli/lib/index.js"));
let commands = 0;
let stderr = "";

process.stderr.write = (text: string | Uint8Array) => {
  stderr += text.toString();
  return true;
};

// Reports are written to files, so standard output is only for people. A pipe with unread text would keep the process alive.
process.stdout.write = () => true;

process.exit = ((exitCode?: number) => {
  parentPort?.postMessage({ exitCode: exitCode ?? 0, stderr } satisfies RedoclyResult);
  stderr = "";
  parentPort?.ref();
}) as typeof process.exit;

parentPort?.on("message", async (argv: readonly string[]) => {
  // A listener would keep the thread alive, and redocly would never see that nothing is left to do.
  parentPort?.unref();
  process.argv = ["node", "redocly", ...argv];
  commands += 1;
  await import(`${bin}?command=${commands}`);
});
