import { lockCheckout } from "./lock-checkout.ts";
import { runTurbo } from "./run-turbo.ts";

/** Shows a line to whoever started the command. */
export type Say = (line: string) => void;

/**
 * Runs a command whose last line is `N passed, N failed`, also when it does not get as far as counting: takes the checkout, builds
 * the packages, and does the work. Sets the exit code.
 * @param packages - what has to be built; with them, what they depend on
 * @param work - prints its own counts; returns the exit code, or throws what kept it from counting
 * @param checkout - whether the work needs the checkout for itself; without, others may build beside it, which changes nothing of
 *   what is built already
 */
export async function runCounted(
  packages: readonly string[],
  work: (say: Say) => Promise<number>,
  checkout: "held" | "released" = "held",
): Promise<void> {
  const say: Say = (line) => process.stdout.write(`${line}\n`);
  const release = await lockCheckout(say);
  let isHeld = true;
  try {
    const built = await runTurbo(
      ["build"],
      packages.map((name) => `--filter=${name}...`),
    );
    if (!built.every(({ passed }) => passed))
      throw new Error(`${packages.join(", ")} could not be built; see above.`);
    if (checkout === "released") {
      await release();
      isHeld = false;
    }
    process.exitCode = await work(say);
  } catch (error) {
    say(`FAILED: ${error instanceof Error ? error.message : String(error)}\n0 passed, 1 failed`);
    process.exitCode = 1;
  } finally {
    if (isHeld) await release();
  }
}
