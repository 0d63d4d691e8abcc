import type { Browser, Page } from "playwright-core";
import { checkAccessibility } from "./check-accessibility.ts";
import { checkLayout } from "./check-layout.ts";
import { checkOperation } from "./check-operation.ts";
import type { Look } from "./look.ts";
import { openPage } from "./open-page.ts";
import type { Operation } from "./read-operations.ts";

/** One thing that was checked, and what is wrong with it. */
export interface CheckResult {
  readonly name: string;
  readonly problems: readonly string[];
}

/**
 * Opens a page and checks all of it on one screen.
 * @param photograph - is called when there is something to look at, with a name for it
 */
export async function checkPage(
  browser: Browser,
  file: string,
  look: Look,
  operations: readonly Operation[],
  photograph: (page: Page, name: string) => Promise<unknown> = async () => undefined,
): Promise<CheckResult[]> {
  const { page, requests, complaints, close } = await openPage(browser, file, look);
  try {
    await photograph(page, "top");
    const layout = { name: "fits the screen", problems: await checkLayout(page) };
    const shown: CheckResult[] = [];
    for (const operation of operations) {
      const problems = await checkOperation(page, operation);
      shown.push({ name: `shows ${operation.operationId}`, problems });
      await photograph(page, operation.operationId);
    }
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    const accessibility = {
      name: "can be read and reached by everyone",
      problems: await checkAccessibility(page),
    };
    const unfolded = { name: "fits the screen when unfolded", problems: await checkLayout(page) };
    // Last: by now everything was scrolled into view.
    const outside = { name: "requests nothing", problems: requests.map((url) => `it requested ${url}.`) };
    const quiet = { name: "gives no cause for complaint", problems: complaints };
    return [layout, ...shown, unfolded, accessibility, outside, quiet];
  } finally {
    await close();
  }
}
