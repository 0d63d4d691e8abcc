import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { type CheckResult, checkPage } from "./check-page.ts";
import { controlsFor } from "./controls.ts";
import type { Look } from "./look.ts";
import type { Operation } from "./read-operations.ts";

/**
 * Opens the page with one mistake after the other: the check that is made for a mistake must see it.
 * @param folder - where the spoilt pages may stand
 */
export async function checkControls(
  browser: Browser,
  page: string,
  look: Look,
  operation: Operation,
  folder: string,
): Promise<CheckResult[]> {
  const html = readFileSync(page, "utf8");
  const results: CheckResult[] = [];
  for (const { mistake, spoil, seenBy } of controlsFor(operation.operationId)) {
    const file = join(folder, "spoilt.html");
    const spoilt = spoil(html);
    writeFileSync(file, spoilt);
    const checks = await checkPage(browser, file, look, [operation], { only: seenBy });
    const isSeen = checks.some(({ problems }) => problems.length > 0);
    const problems = [
      ...(spoilt === html ? ["the page has changed, and this spoils nothing in it; mend controls.ts."] : []),
      ...(isSeen ? [] : [`"${seenBy}" did not see it.`]),
    ];
    results.push({ name: `a page with ${mistake} is caught`, problems });
  }
  return results;
}
