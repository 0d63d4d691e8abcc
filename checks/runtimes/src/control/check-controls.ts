import type { RunSuite } from "../drive/create-suite-runner.ts";
import { smokeCases } from "../suite/smoke-cases.ts";

/** Checks that do not depend on the number of requests. */
const independentOfSending: ReadonlySet<string> = new Set([
  "an abort before sending sends nothing",
  "the key is nowhere in any failure (fields, stack, JSON, String, inspect)",
  "nothing is left unhandled",
]);

/**
 * Runs the suite on clients that break their promises.
 * @returns a sentence per check that still passed, because it could never fail
 */
export async function checkControls(runSuite: RunSuite): Promise<string[]> {
  const checks = smokeCases.filter((smokeCase) => "check" in smokeCase).map(({ name }) => name);
  const careless = await passedOf(runSuite, "careless");
  const twice = await passedOf(runSuite, "sends-twice");
  return checks.flatMap((name) => [
    ...(careless.has(name) ? [`a careless client passes “${name}”`] : []),
    ...(twice.has(name) && !independentOfSending.has(name)
      ? [`a client that sends twice passes “${name}”`]
      : []),
  ]);
}

async function passedOf(runSuite: RunSuite, control: "careless" | "sends-twice"): Promise<Set<string>> {
  const { version, results } = await runSuite("Node 24", control);
  if (version === undefined) throw new Error(`the control ${control} did not run: ${results[0]?.detail}`);
  return new Set(results.filter(({ outcome }) => outcome === "passed").map(({ name }) => name));
}
