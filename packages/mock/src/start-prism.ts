import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "@np6/openapi-document";
import { temporaryFolderVariable } from "./temporary-folder-variable.ts";
import { waitForReadyLine } from "./wait-for-ready-line.ts";

/** A running Prism. */
export interface Prism {
  readonly port: number;
  /** Undefined while Prism runs, afterwards how it ended. */
  readonly ending: () => string | undefined;
  /** Ends Prism and resolves when its process and its files are gone. May be called more than once. */
  readonly stop: () => Promise<void>;
}

/** Prism is ready in about 1 second; a busy machine gets a lot more before it is given up. In milliseconds. */
const readyTimeout = 30_000;

const readyLine = /Prism is listening on http:\/\/127\.0\.0\.1:(\d+)/;

/** What Node and the operating system need. The rest stays out: NODE_OPTIONS can break Prism, and a variable can hold an API key. */
const inheritedVariables = ["PATH", "HOME", "TMPDIR", "TMP", "TEMP", "SystemRoot"];

/** Environment of the Prism process. */
function environment(temporaryFolder: string): NodeJS.ProcessEnv {
  const inherited = inheritedVariables.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  );
  return {
    ...Object.fromEntries(inherited),
    FORCE_COLOR: "0",
    SCARF_ANALYTICS: "false",
    [temporaryFolderVariable]: temporaryFolder,
  };
}

/** Prism says in its package.json which Node it is made for. It is a hint only: 5.16 asks for 24 and runs on 20. */
function nodeHint(require: NodeJS.Require): string {
  const { version, engines } = require("@stoplight/prism-cli/package.json");
  return `This is Node ${process.versions.node}; Prism ${version} is made for Node ${engines.node}.`;
}

/**
 * Starts Prism CLI on a free port of 127.0.0.1, fed with a document.
 *
 * @returns when it listens
 * @throws Error with Prism's output when it does not start; no process or file is left then
 */
export async function startPrism(document: JsonObject): Promise<Prism> {
  const require = createRequire(import.meta.url);
  const temporaryFolder = await mkdtemp(join(tmpdir(), "np6-mock-"));
  const documentPath = join(temporaryFolder, "openapi.json");
  try {
    await writeFile(documentPath, JSON.stringify(document));
  } catch (error) {
    await rm(temporaryFolder, { recursive: true, force: true });
    throw error;
  }

  // The CommonJS build uses it too: what is preloaded has a process of its own.
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "mjs";
  const guard = new URL(`./exit-with-parent.${extension}`, import.meta.url);
  const prism = [require.resolve("@stoplight/prism-cli"), "mock", "--port", "0", "--host", "127.0.0.1"];
  // One process instead of a cluster, and no CORS headers, which the API does not document.
  const options = ["--multiprocess", "false", "--cors", "false"];
  const child = spawn(process.execPath, ["--import", guard.href, ...prism, ...options, documentPath], {
    env: environment(temporaryFolder),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });

  let ending: string | undefined;
  const gone = new Promise<void>((resolve) => {
    const onEnd = (how: string): void => {
      ending ??= how;
      resolve(rm(temporaryFolder, { recursive: true, force: true }));
    };
    child.once("close", (code, signal) => onEnd(signal ?? `exit code ${code}`));
    child.once("error", (error) => onEnd(error.message));
  });
  const stop = (): Promise<void> => {
    // Prism holds nothing worth saving, and SIGKILL cannot be ignored.
    child.kill("SIGKILL");
    return gone;
  };

  try {
    const port = Number(await waitForReadyLine(child, readyLine, readyTimeout));
    // Its log stays hidden, but has to be read: a full pipe would stop Prism.
    child.stdout.resume();
    child.stderr.resume();
    return { port, ending: () => ending, stop };
  } catch (error) {
    await stop();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Prism did not start: ${reason}\n${nodeHint(require)}`, { cause: error });
  }
}
