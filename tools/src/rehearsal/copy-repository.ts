import { execa } from "execa";
import { copyCheckout } from "../repository/copy-checkout.ts";
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
  await copyCheckout(folder);
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
