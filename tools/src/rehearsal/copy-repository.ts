import { cp, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { repositoryRoot } from "../repository-root.ts";
import { rehearsalEnvironment } from "./rehearsal-environment.ts";

/** Runs a command in the copy and returns its standard output. */
export type RunInCopy = (
  command: string,
  words: readonly string[],
  env?: Readonly<Record<string, string>>,
) => Promise<string>;

/**
 * Copies the checkout, with what is not committed yet, makes a repository of it and installs its dependencies. Whatever is done there,
 * the checkout stays as it is.
 * @param folder - absolute path; is made
 */
export async function copyRepository(folder: string, stop: AbortSignal): Promise<RunInCopy> {
  const listed = await execa("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
    cwd: repositoryRoot,
  });
  for (const file of listed.stdout.split("\0").filter((name) => name !== "")) {
    const target = join(folder, file);
    await mkdir(dirname(target), { recursive: true });
    // One that was deleted and not committed yet is still listed.
    await cp(join(repositoryRoot, file), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
  const run: RunInCopy = async (command, words, env = {}) => {
    const { stdout } = await execa(command, words, {
      cwd: folder,
      env: { ...rehearsalEnvironment(), ...env },
      extendEnv: false,
      cancelSignal: stop,
      stdin: "ignore",
    });
    return stdout;
  };
  await run("git", ["init", "--quiet", "--initial-branch=main"]);
  await run("git", ["config", "user.name", "Rehearsal"]);
  await run("git", ["config", "user.email", "rehearsal@example.com"]);
  await run("git", ["config", "commit.gpgsign", "false"]);
  await commitAll(run, "The repository as it is");
  await run("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"]);
  return run;
}

/** Commits whatever changed in the copy. */
export async function commitAll(run: RunInCopy, message: string): Promise<void> {
  await run("git", ["add", "--all"]);
  await run("git", ["commit", "--quiet", "--message", message]);
}
