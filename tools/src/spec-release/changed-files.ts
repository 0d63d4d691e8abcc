import { execa } from "execa";

/** Lists files that are new or differ from the last commit, relative to the repository, in order. */
export async function changedFiles(repository: string, folders: readonly string[]): Promise<string[]> {
  const words = ["status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", ...folders];
  const { stdout } = await execa("git", words, { cwd: repository, stripFinalNewline: false });
  return stdout
    .split("\0")
    .filter((entry) => entry !== "")
    .map((entry) => entry.slice(3))
    .sort();
}
