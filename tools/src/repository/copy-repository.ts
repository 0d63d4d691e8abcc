import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { repositoryRoot } from "./repository-root.ts";

/** A copy of the repository that can be changed at will. */
export interface RepositoryCopy {
  /** Absolute path of the copy. */
  readonly folder: string;
  /** Runs a command in the copy. @returns its standard output @throws Error with what it said when it fails */
  readonly run: RunInCopy;
  /** Commits whatever changed. */
  readonly commitAll: (message: string) => Promise<void>;
  /** What differs from the last commit, as paths relative to the copy. */
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

/** How the copy is made. */
export interface CopySettings {
  /** Absolute path of the copy; a temporary folder when none is given. */
  readonly folder?: string;
  /** The whole environment of what runs in the copy; this process's when none is given. */
  readonly env?: Readonly<Record<string, string>>;
  /** Stops what runs in the copy. */
  readonly stop?: AbortSignal;
  /** False leaves the dependencies out. */
  readonly install?: boolean;
  /** Whether the copy begins with the outputs that turbo has of the checkout, so that it need not build what is the same. */
  readonly cache?: boolean;
}

/**
 * Copies the repository as it is now, uncommitted changes included, ignored files not, and installs its dependencies. The copy is a git
 * repository of its own, with one commit. Whatever is done there, the checkout stays as it is.
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
 * A cache of its own: of one that two checkouts share, turbo believes that the outputs of the other were changed. It removes and
 * writes them again, while somebody may be reading them.
 */
async function copyTaskCache(folder: string): Promise<void> {
  const cache = join(".turbo", "cache");
  await cp(join(repositoryRoot, cache), join(folder, cache), {
    recursive: true,
    // These say where an output was put, and when.
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
    // One that was deleted and not committed yet is still listed.
    await cp(join(repositoryRoot, file), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
}
