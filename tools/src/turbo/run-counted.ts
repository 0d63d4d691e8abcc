import { lockCheckout } from "./lock-folder.ts";
import { runTurbo } from "./run-turbo.ts";

/** Prints a line for the user. */
export type Say = (line: string) => void;

/**
 * Runs a command whose last line is `N passed, N failed`, even if it fails before it counts. Only the build locks the
 * checkout, because other builds do not change finished outputs. It sets the exit code.
 * @param packages - packages to build, with their dependencies; none means no build and no lock
 * @param work - prints its own counts; returns the exit code, or throws if it cannot count
 * @param prepare - work that needs the lock
 */
export async function runCounted(
  packages: readonly string[],
  work: (say: Say) => Promise<number>,
  prepare?: (say: Say) => Promise<void>,
): Promise<void> {
  const say: Say = (line) => process.stdout.write(`${line}\n`);
  try {
    if (packages.length > 0) await build(packages, say, prepare);
    process.exitCode = await work(say);
  } catch (error) {
    say(`FAILED: ${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed`);
    process.exitCode = 1;
  }
}

async function build(
  packages: readonly string[],
  say: Say,
  prepare: ((say: Say) => Promise<void>) | undefined,
): Promise<void> {
  await using _lock = await lockCheckout(say);
  const built = await runTurbo(
    ["build"],
    packages.map((name) => `--filter=${name}...`),
  );
  if (!built.every(({ passed }) => passed))
    throw new Error(`${packages.join(", ")} cannot be built; see above.`);
  await prepare?.(say);
}
