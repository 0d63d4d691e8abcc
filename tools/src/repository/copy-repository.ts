import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { copyCheckout } from "./copy-checkout.ts";

/** A copy of the repository that can be changed at will. */
export interface RepositoryCopy {
  /** Absolute path of the copy. */
  readonly folder: string;
  /** What differs from the repository, as paths relative to it. */
  readonly changedFiles: () => Promise<readonly string[]>;
  /** Removes the copy. */
  readonly remove: () => Promise<void>;
}

/**
 * Copies the repository as it is now, uncommitted changes included, ignored files not, and installs its dependencies. The
 * copy is a git repository of its own.
 */
export async function copyRepository(): Promise<RepositoryCopy> {
  const folder = await mkdtemp(join(tmpdir(), "np6-copy-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const git = (...args: string[]) => execa("git", args, { cwd: folder });
  try {
    await copyCheckout(folder);
    await git("init", "--quiet");
    await git("add", "--all");
    await git(
      "-c",
      "user.name=copy",
      "-c",
      "user.email=copy@example.com",
      "commit",
      "--quiet",
      "--message",
      "Copy",
    );
    await execa("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], { cwd: folder });
  } catch (error) {
    await remove();
    throw error;
  }
  const changedFiles = async (): Promise<readonly string[]> => {
    const { stdout } = await git("status", "--porcelain", "--untracked-files=all");
    return stdout.split("\n").flatMap((line) => (line === "" ? [] : [line.slice(3)]));
  };
  return { folder, changedFiles, remove };
}
