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
  /** Resolves with how it ended. */
  readonly ended: Promise<string>;
  /** Ends Prism, and resolves when its process and its files are gone. It may be called repeatedly. */
  readonly stop: () => Promise<void>;
}

/** Prism is ready in about 1 second; a busy machine gets much more time. In milliseconds. */
const readyTimeout = 30_000;

const readyLine = /Prism is listening on http:\/\/127\.0\.0\.1:(\d+)/;

/** Variables that Prism needs. Others stay out: NODE_OPTIONS can break it, and a variable can contain an API key. */
const inheritedVariables = ["PATH", "HOME", "TMPDIR", "TMP", "TEMP", "SystemRoot"];

/** Makes the environment of the Prism process. */
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

/** Number of characters kept of the output: enough for the message of an uncaught error. */
const mostLastWords = 4000;

/** Finds the class of the error that ended a Node process in its output; it reveals nothing about a request. */
function reasonIn(printed: string): string | undefined {
  return /^(?:\w*Error(?: \[\w+\])?)(?=:|$)/m.exec(printed)?.[0];
}

/** Prism's package.json states the supported Node versions. It is only a hint: 5.14 requires 18.20.1. */
function nodeHint(require: NodeJS.Require): string {
  const { version, engines } = require("@stoplight/prism-cli/package.json");
  return `This is Node ${process.versions.node}; Prism ${version} is made for Node ${engines.node}.`;
}

/**
 * Starts Prism CLI on 127.0.0.1 with a document.
 *
 * @param port 0 for a free one
 * @returns when it listens
 * @throws Error with Prism's output when it does not start; no process or file is left
 */
export async function startPrism(document: JsonObject, port = 0): Promise<Prism> {
  const require = createRequire(import.meta.url);
  const temporaryFolder = await mkdtemp(join(tmpdir(), "np6-mock-"));
  const documentPath = join(temporaryFolder, "openapi.json");
  try {
    await writeFile(documentPath, JSON.stringify(document));
  } catch (error) {
    await rm(temporaryFolder, { recursive: true, force: true });
    throw error;
  }

  // The CommonJS build uses the .mjs file too, because it is preloaded into a separate process.
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "mjs";
  const guard = new URL(`./exit-with-parent.${extension}`, import.meta.url);
  const prism = [
    require.resolve("@stoplight/prism-cli"),
    "mock",
    "--port",
    String(port),
    "--host",
    "127.0.0.1",
  ];
  // One process instead of a cluster, and no CORS headers, which the API does not document.
  const options = ["--multiprocess", "false", "--cors", "false"];
  const child = spawn(process.execPath, ["--import", guard.href, ...prism, ...options, documentPath], {
    env: environment(temporaryFolder),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
  });

  let ending: string | undefined;
  let lastWords = "";
  const ended = new Promise<string>((resolve) => {
    const onEnd = (reason: string): void => {
      ending ??= [reason, reasonIn(lastWords)].filter(Boolean).join(": ");
      resolve(ending);
    };
    child.once("close", (code, signal) => onEnd(signal ?? `exit code ${code}`));
    child.once("error", (error) => onEnd(error.message));
  });
  const removed = ended.then(() => rm(temporaryFolder, { recursive: true, force: true }));
  const stop = (): Promise<void> => {
    // Prism stores nothing, and SIGKILL cannot be ignored.
    child.kill("SIGKILL");
    return removed;
  };

  try {
    const boundPort = Number(await waitForReadyLine(child, readyLine, readyTimeout));
    // Its log is not shown, but must be read: a full pipe would block Prism.
    child.stdout.resume();
    child.stderr.on("data", (chunk: Buffer) => {
      lastWords = (lastWords + chunk).slice(-mostLastWords);
    });
    return { port: boundPort, ending: () => ending, ended, stop };
  } catch (error) {
    await stop();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Prism did not start: ${reason}\n${nodeHint(require)}`, { cause: error });
  }
}
