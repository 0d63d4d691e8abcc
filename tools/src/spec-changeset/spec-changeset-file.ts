import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";

/** A changeset of the document, as a file of the repository. */
export interface SpecChangesetFile {
  /** Path in the repository. */
  readonly path: string;
  readonly text: string;
}

/**
 * Returns the path of the branch's own changeset, which prevents conflicts between branches.
 * @param repository - absolute path of the checkout
 * @returns a path in the repository; on main, and without a branch, `.changeset/spec-change.md`
 */
export async function specChangesetPath(repository: string): Promise<string> {
  const options = { cwd: repository, reject: false } as const;
  const { stdout: branch } = await execa("git", ["branch", "--show-current"], options);
  const name = branch
    .toLowerCase()
    .replaceAll(/[^0-9a-z]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return `.changeset/spec-${name === "" || name === "main" ? "change" : name}.md`;
}

/** Lists the changesets of other branches that are merged but not released. */
export async function listOtherChangesets(repository: string, path: string): Promise<SpecChangesetFile[]> {
  const changesets: SpecChangesetFile[] = [];
  for await (const file of glob(".changeset/spec-*.md", { cwd: repository })) {
    if (file !== path) changesets.push({ path: file, text: await readFile(join(repository, file), "utf8") });
  }
  return changesets;
}
