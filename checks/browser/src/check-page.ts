import type { Browser, Page } from "playwright-core";
import { checkAccessibility } from "./check-accessibility.ts";
import { checkLayout } from "./check-layout.ts";
import type { Look } from "./look.ts";
import { openPage } from "./open-page.ts";

/** A check and its problems. */
export interface CheckResult {
  readonly name: string;
  readonly problems: readonly string[];
}

/** Options of the checks. */
export interface CheckOptions {
  /** The only check to run. Default: all. */
  readonly only?: string;
  /** Called when the page is worth a screenshot, with a name for it. */
  readonly photograph?: (page: Page, name: string) => Promise<unknown>;
}

/** Opens a page and checks it on one screen, from top to bottom, first folded and then unfolded. */
export async function checkPage(
  browser: Browser,
  file: string,
  look: Look,
  { only, photograph }: CheckOptions = {},
): Promise<CheckResult[]> {
  await using open = await openPage(browser, file, look);
  const { page, requests, complaints } = open;
  const checks: readonly (readonly [name: string, problems: () => Promise<readonly string[]>])[] = [
    ["fits the screen", () => checkLayout(page)],
    ["fits the screen when unfolded", () => unfold(page).then(() => checkLayout(page))],
    ["is accessible", () => checkAccessibility(page)],
    // Last, because everything has been scrolled into view by then.
    ["requests nothing", async () => requests.map((url) => `it requested ${url}.`)],
    ["causes no error in the browser", async () => complaints],
  ];
  const results: CheckResult[] = [];
  for (const [name, problems] of checks.filter(([name]) => only === undefined || name === only)) {
    results.push({ name, problems: await problems() });
    await photograph?.(page, name.replaceAll(" ", "-"));
  }
  return results;
}

async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}
