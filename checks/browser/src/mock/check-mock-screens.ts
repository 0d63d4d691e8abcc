import { join } from "node:path";
import type { Browser } from "playwright-core";
import { checkAccessibility } from "../check-accessibility.ts";
import { checkLayout } from "../check-layout.ts";
import type { CheckResult } from "../check-page.ts";
import type { Look } from "../look.ts";
import { contextOptions } from "../open-page.ts";
import { browserResults } from "../run-in-chromium.ts";

const looks: readonly Look[] = [
  { name: "light", width: 1280, height: 900, colorScheme: "light" },
  { name: "dark", width: 1280, height: 900, colorScheme: "dark" },
  { name: "phone", width: 360, height: 740, colorScheme: "light" },
  { name: "small-window", width: 500, height: 740, colorScheme: "dark" },
];

/** Checks the mock's status page on several screens, with everything unfolded, and takes screenshots. */
export async function checkMockScreens(browser: Browser, url: string): Promise<CheckResult[]> {
  await sendSome(url);
  const results: CheckResult[] = [];
  for (const { name, ...look } of looks) {
    await using page = await browser.newPage(contextOptions(look));
    await page.goto(url);
    const folded = await checkLayout(page);
    await page.evaluate(() => {
      for (const details of [...document.querySelectorAll("details")].slice(0, 3)) details.open = true;
    });
    await page.screenshot({ path: join(browserResults, `mock-page-${name}.png`), fullPage: true });
    const rows = await page.locator("#requests details[open]").count();
    results.push(
      { name: `${name}: shows requests`, problems: rows > 0 ? [] : ["there is none."] },
      { name: `${name}: fits the screen`, problems: [...folded, ...(await checkLayout(page))] },
      { name: `${name}: is accessible`, problems: await checkAccessibility(page) },
    );
  }
  return results;
}

/** Sends valid, refused, and wide requests. */
async function sendSome(url: string): Promise<void> {
  const type = "application/vnd.np6.cm.workflow-v4";
  const headers = { "X-Key": "any-key", "Content-Type": type, Accept: type };
  const path = `${url}scripting/workflows/4127/execution`;
  const body = JSON.stringify({
    receiver: { type: "id", value: "000A1B2C" },
    data: { note: "wide".repeat(100) },
  });
  await fetch(path, { method: "POST", headers: { "X-Key": "any-key" }, body });
  await fetch(`${path}s/${"wide".repeat(30)}?${"query".repeat(20)}=1`, { headers });
  await fetch(path, { method: "POST", headers, body });
}

/**
 * Checks that an open page shows that the mock has stopped, and continues when it runs again.
 *
 * @param stop ends the mock
 * @param start starts it again at the same address
 */
export async function checkRestart(
  browser: Browser,
  url: string,
  stop: () => Promise<unknown>,
  start: () => Promise<unknown>,
): Promise<CheckResult> {
  await using page = await browser.newPage();
  const problems: string[] = [];
  try {
    await page.goto(url);
    await stop();
    await page.getByText("The mock has stopped.").waitFor();
    await start();
    await page.getByText("Running.").waitFor();
  } catch (error) {
    problems.push(String(error));
  }
  return { name: "shows that the mock has stopped, and that it runs again", problems };
}
