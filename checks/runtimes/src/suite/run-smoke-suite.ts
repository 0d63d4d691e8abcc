import type { CaseResult } from "./case-result.ts";
import { createContext } from "./create-context.ts";
import { knownDifferences } from "./known-differences.ts";
import type { SmokeCase, SmokeContext, SuiteSettings, SuiteTools } from "./smoke-case.ts";
import { smokeCases } from "./smoke-cases.ts";
import { within } from "./within.ts";

/** Longer than any case may take. */
const caseLimit = 20_000;

/**
 * Runs every case, one after the other, on the current runtime. It needs only web APIs.
 * @returns a result per case, in the order of `smokeCases`; it does not throw
 */
export async function runSmokeSuite(settings: SuiteSettings, tools: SuiteTools): Promise<CaseResult[]> {
  const context = createContext(settings, tools);
  const results: CaseResult[] = [];
  for (const smokeCase of smokeCases) results.push(await runCase(smokeCase, context));
  return results;
}

async function runCase(smokeCase: SmokeCase, context: SmokeContext): Promise<CaseResult> {
  const { name, only } = smokeCase;
  if (only !== undefined && !only.includes(context.runtime)) {
    return { name, outcome: "not applicable", detail: "" };
  }
  try {
    if ("observe" in smokeCase) {
      const observed = await within(caseLimit, smokeCase.observe(context));
      return judge(name, observed, smokeCase.expected, knownDifferences[name]?.[context.runtime]);
    }
    await within(caseLimit, smokeCase.check(context));
    return { name, outcome: "passed", detail: "" };
  } catch (error) {
    return { name, outcome: "failed", detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Judges an observation. A known difference that is gone fails too, because the page would be wrong. */
function judge(name: string, observed: string, expected: string, known: string | undefined): CaseResult {
  if (observed === (known ?? expected)) {
    return { name, outcome: known === undefined ? "passed" : "differs", detail: known ?? "" };
  }
  const instead = known === undefined ? expected : `the known difference “${known}”`;
  return { name, outcome: "failed", detail: `expected ${instead}, observed “${observed}”` };
}
