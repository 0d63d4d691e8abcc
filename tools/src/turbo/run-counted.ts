import { lockCheckout } from "./lock-folder.ts";
import { runTurbo } from "./run-turbo.ts";

/** Shows a line to whoever started the command. */
export type Say = (line: string) => void;

/**
 * Runs a command whose last line is `N passed, N failed`, also when it does not get as far as counting. Builds the packages with the
 * checkout locked, then does the work beside whatever else runs: another build changes nothing of what is built already. Sets the exit code.
 * @param packages - what has to be built; with them, what they depend on; when there are none, nothing is built and nothing locked
 * @param work - prints its own counts; returns the exit code, or throws what kept it from counting
 * @param prepare - what has to be done while the checkout is still locked
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
    throw new Error(`${packages.join(", ")} could not be built; see above.`);
  await prepare?.(say);
}
