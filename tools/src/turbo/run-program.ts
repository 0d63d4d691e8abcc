import { existsSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { repositoryRoot } from "../repository/repository-root.ts";
import { buildQuietly } from "./build-quietly.ts";
import { lockFolder } from "./lock-folder.ts";
import { runCounted, type Say } from "./run-counted.ts";

/** A program that needs built packages, and optionally the dependencies of its own lockfile. */
export interface CheckProgram {
  /** Packages to build first, with their dependencies. */
  readonly packages: readonly string[];
  /** Its folder, relative to the repository. */
  readonly folder: string;
  /** Node's options, and the program's file, relative to the folder. */
  readonly words: readonly string[];
  /** `itself` if the program installs its own dependencies; otherwise the folder's lockfile is installed. */
  readonly installs?: "itself";
  /** False if its last line is not `N passed, N failed`; then standard output contains only its own output. */
  readonly counts?: boolean;
}

/** Builds and installs the inputs of a program, then runs it. Exit code 2 means that it could not start. */
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

/** Runs Node and forwards signals. @returns its exit code */
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
 * Installs the lockfile of a folder outside the workspace, and type-checks the folder, which no other command does.
 * @throws Error with the compiler's output
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
