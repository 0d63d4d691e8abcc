import { existsSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { repositoryRoot } from "../repository/repository-root.ts";
import { buildQuietly } from "./build-quietly.ts";
import { lockFolder } from "./lock-folder.ts";
import { runCounted, type Say } from "./run-counted.ts";

/** A program that needs packages built, and perhaps what only its own lockfile names. */
export interface CheckProgram {
  /** The packages that it looks at; they are built first, with what they depend on. */
  readonly packages: readonly string[];
  /** Where it runs, relative to the repository. */
  readonly folder: string;
  /** Node's options, and the program's file, relative to the folder. */
  readonly words: readonly string[];
  /** `itself` when it installs what it needs into a folder of its own; else what the folder's lockfile names is installed. */
  readonly installs?: "itself";
  /** False when its last line is not `N passed, N failed`; then nothing but its own words is on standard output. */
  readonly counts?: boolean;
}

/** Builds and installs what a program needs, then runs it. Sets the exit code: the program's, or 2 when it could not be started. */
export async function runProgram(program: CheckProgram, more: readonly string[]): Promise<void> {
  const { packages, folder, words, installs, counts = true } = program;
  const cwd = join(repositoryRoot, folder);
  const work = async (say: Say): Promise<number> => {
    if (installs === undefined) await installFolder(cwd, say);
    return runNode([...words, ...more], cwd);
  };
  if (counts) return runCounted(packages, work);
  const say = (line: string) => process.stderr.write(`${line}\n`);
  process.exitCode = (await buildQuietly(packages)) ? await work(say) : 2;
}

/** Runs Node and passes signals on. @returns its exit code */
async function runNode(words: readonly string[], cwd: string): Promise<number> {
  const child = execa("node", words, { cwd, stdio: "inherit", reject: false });
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of signals) process.on(signal, pass);
  const { exitCode } = await child;
  for (const signal of signals) process.off(signal, pass);
  return exitCode ?? 1;
}

/**
 * Installs what a folder outside the workspace has in its lockfile, and type-checks the folder: no other command can.
 * @throws Error with what the compiler says
 */
async function installFolder(folder: string, say: Say): Promise<void> {
  if (folder === repositoryRoot || !existsSync(join(folder, "pnpm-lock.yaml"))) return;
  await using lock = await lockFolder(folder, say);
  await execa("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], { cwd: folder });
  await lock.disposeAsync();
  if (!existsSync(join(folder, "tsconfig.json"))) return;
  const tsc = join(repositoryRoot, "checks/node_modules/typescript/bin/tsc");
  const { exitCode, all } = await execa("node", [tsc, "--noEmit"], { cwd: folder, reject: false, all: true });
  if (exitCode !== 0) throw new Error(`${folder} does not compile:\n${all}`);
}
