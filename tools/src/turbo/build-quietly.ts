import { execa } from "execa";
import { repositoryRoot } from "../repository/repository-root.ts";
import { lockCheckout } from "./lock-checkout.ts";

/**
 * Builds a package and what it needs, for a command whose standard output is its answer: everything said on the way goes
 * to standard error, and nothing is said when all is well.
 * @returns whether it could be built
 */
export async function buildQuietly(packageName: string): Promise<boolean> {
  const release = await lockCheckout((line) => process.stderr.write(`${line}\n`));
  try {
    const words = [
      "run",
      "build",
      `--filter=${packageName}...`,
      "--output-logs=errors-only",
      "--log-order=grouped",
    ];
    const { exitCode, all } = await execa("turbo", words, {
      cwd: repositoryRoot,
      all: true,
      reject: false,
      env: { TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1", REDOCLY_TELEMETRY: "off" },
    });
    if (exitCode !== 0) process.stderr.write(`${all}\n`);
    return exitCode === 0;
  } finally {
    await release();
  }
}
