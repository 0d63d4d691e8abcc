import { chromium } from "playwright-core";
import type { CaseResult } from "../suite/case-result.ts";
import type { SuiteSettings } from "../suite/smoke-case.ts";
import type { RuntimeRun } from "./runtime-run.ts";

/** Runs the suite in a page of headless Chromium. */
export async function runChromium(
  { executablePath, args }: { readonly executablePath: string; readonly args: readonly string[] },
  pageUrl: string,
  settings: SuiteSettings,
): Promise<RuntimeRun> {
  const browser = await chromium.launch({ executablePath, headless: true, args: [...args] });
  try {
    const page = await browser.newPage();
    await page.goto(pageUrl);
    const run = (given: SuiteSettings): Promise<CaseResult[]> =>
      (globalThis as unknown as { runSuite: (settings: SuiteSettings) => Promise<CaseResult[]> }).runSuite(
        given,
      );
    return { version: browser.version(), results: await page.evaluate(run, settings) };
  } finally {
    await browser.close();
  }
}
