import { execa } from "execa";
import { repositoryRoot } from "../repository/repository-root.ts";
import { lockCheckout } from "./lock-folder.ts";
import { turboEnvironment } from "./turbo-environment.ts";

/**
 * Builds packages and their dependencies, for a command whose standard output is its result. All messages go to
 * standard error; a successful build prints none.
 * @returns whether the build succeeded
 */
export async function buildQuietly(packages: readonly string[]): Promise<boolean> {
  if (packages.length === 0) return true;
  await using _lock = await lockCheckout((line) => process.stderr.write(`${line}\n`));
  const filters = packages.map((name) => `--filter=${name}...`);
  const words = ["run", "build", ...filters, "--output-logs=errors-only", "--log-order=grouped"];
  const options = { cwd: repositoryRoot, all: true, reject: false, env: turboEnvironment } as const;
  const { exitCode, all } = await execa("turbo", words, options);
  if (exitCode !== 0) process.stderr.write(`${all}\n`);
  return exitCode === 0;
}
