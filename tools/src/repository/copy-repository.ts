import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { repositoryRoot } from "./repository-root.ts";

/** A copy of the repository for changes. */
export interface RepositoryCopy {
  /** Absolute path of the copy. */
  readonly folder: string;
  /** Runs a command in the copy and returns its standard output. Throws with its output when it fails. */
  readonly run: RunInCopy;
  /** Commits all changes. */
  readonly commitAll: (message: string) => Promise<void>;
  /** Lists the paths that differ from the last commit, relative to the copy. */
  readonly changedFiles: () => Promise<readonly string[]>;
  /** Removes the copy. */
  readonly remove: () => Promise<void>;
}

/** Runs a command in the copy and returns its standard output. */
export type RunInCopy = (
  command: string,
  words: readonly string[],
  env?: Readonly<Record<string, string>>,
) => Promise<string>;

/** Settings of a copy. */
export interface CopySettings {
  /** Absolute path of the copy. Default: a temporary folder. */
  readonly folder?: string;
  /** The whole environment of commands in the copy. Default: this process's. */
  readonly env?: Readonly<Record<string, string>>;
  /** Stops the commands in the copy. */
  readonly stop?: AbortSignal;
  /** False omits the dependencies. */
  readonly install?: boolean;
  /** Whether the copy starts with the checkout's turbo cache, so that it need not build unchanged packages. */
  readonly cache?: boolean;
}

/**
 * Copies the repository with its uncommitted changes, but without ignored files, and installs its dependencies. The
 * copy is its own git repository with one commit, so the checkout never changes.
 */
export async function copyRepository(settings: CopySettings = {}): Promise<RepositoryCopy> {
  const folder = settings.folder ?? (await mkdtemp(join(tmpdir(), "np6-copy-")));
  const run: RunInCopy = async (command, words, env = {}) => {
    const { stdout } = await execa(command, words, {
      cwd: folder,
      env: { ...settings.env, ...env },
      extendEnv: settings.env === undefined,
      ...(settings.stop === undefined ? {} : { cancelSignal: settings.stop }),
      stdin: "ignore",
      stripFinalNewline: true,
    });
    return stdout;
  };
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  const commitAll = async (message: string): Promise<void> => {
    await run("git", ["add", "--all"]);
    await run("git", ["commit", "--quiet", "--message", message]);
  };
  const changedFiles = async (): Promise<readonly string[]> => {
    const status = await run("git", ["status", "--porcelain", "--untracked-files=all"]);
    return status.split("\n").flatMap((line) => (line === "" ? [] : [line.slice(3)]));
  };
  try {
    await copyFiles(folder);
    if (settings.cache === true) await copyTaskCache(folder);
    await run("git", ["init", "--quiet", "--initial-branch=main"]);
    await run("git", ["config", "user.name", "Copy"]);
    await run("git", ["config", "user.email", "copy@example.com"]);
    await run("git", ["config", "commit.gpgsign", "false"]);
    await commitAll("The repository as it is");
    if (settings.install !== false) await run("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"]);
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, run, commitAll, changedFiles, remove };
}

/**
 * Copies the cache. In a cache that two checkouts share, turbo treats the other's outputs as changed. It would remove
 * and rewrite them while another process reads them.
 */
async function copyTaskCache(folder: string): Promise<void> {
  const cache = join(".turbo", "cache");
  await cp(join(repositoryRoot, cache), join(folder, cache), {
    recursive: true,
    // Manifests contain the place and time of an output.
    filter: (file) => !file.endsWith("-manifest.json"),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}

async function copyFiles(folder: string): Promise<void> {
  const words = ["ls-files", "--cached", "--others", "--exclude-standard", "-z"];
  const { stdout } = await execa("git", words, { cwd: repositoryRoot });
  for (const file of stdout.split("\0").filter((name) => name !== "")) {
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    // A deleted file is still listed until the deletion is committed.
    await cp(join(repositoryRoot, file), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
}
