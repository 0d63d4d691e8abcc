import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { InputError } from "../repository/input-error.ts";

/**
 * Writes `spec/` at a commit into a separate folder; the checkout does not change.
 * @param repository - absolute path of the checkout
 * @param ref - branch, tag or commit
 * @param folder - an empty folder
 * @returns path of the root file
 * @throws InputError when git cannot find the ref, or it has no spec
 */
export async function specAtRef(repository: string, ref: string, folder: string): Promise<string> {
  const git = (...words: string[]) => execa("git", words, { cwd: repository, stripFinalNewline: false });
  const commit = `${ref}^{commit}`;
  const known = await execa("git", ["rev-parse", "--verify", "--quiet", "--end-of-options", commit], {
    cwd: repository,
    reject: false,
  });
  if (known.exitCode !== 0) {
    throw new InputError(
      `"${ref}" is neither a file, nor a package as in \`name@1.2.3\`, nor a branch, tag or commit of this checkout; run \`git fetch --tags\` if it is missing.`,
    );
  }
  const { stdout: listed } = await git("ls-tree", "-r", "-z", "--name-only", known.stdout, "--", "spec/");
  const files = listed.split("\0").filter((file) => file.endsWith(".yaml"));
  if (!files.includes("spec/openapi.yaml")) {
    throw new InputError(`at "${ref}" there is no spec/openapi.yaml; choose a later commit.`);
  }
  for (const file of files) {
    const { stdout: content } = await git("show", `${known.stdout}:${file}`);
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
  return join(folder, "spec/openapi.yaml");
}
