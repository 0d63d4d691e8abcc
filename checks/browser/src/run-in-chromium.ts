import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import type { CheckResult } from "./check-page.ts";
import { findChromium } from "./find-chromium.ts";

/** Folder for screenshots and other results. */
export const browserResults: string = fileURLToPath(new URL("../.results", import.meta.url));

// The browser resolves no other host, so that nothing leaves the machine.
const alone = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"];

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * Runs checks in headless Chromium and prints their problems. The last line is `N passed, N failed`, even if the checks
 * crash. It sets the exit code.
 */
export async function runInChromium(check: (browser: Browser) => Promise<CheckResult[]>): Promise<void> {
  try {
    const installation = findChromium(say);
    if ("missing" in installation) throw new Error(installation.missing);
    await mkdir(browserResults, { recursive: true });
    const { executablePath, args } = installation;
    const browser = await chromium.launch({ executablePath, args: [...args, ...alone], headless: true });
    const results = await check(browser).finally(() => browser.close());
    for (const { name, problems } of results) {
      say(`${problems.length === 0 ? "✓" : "✗"} ${name}`);
      for (const problem of problems) say(`    ${problem}`);
    }
    const failed = results.filter(({ problems }) => problems.length > 0).length;
    say(`Screenshots: ${browserResults}`);
    say(`${results.length - failed} passed, ${failed} failed`);
    process.exitCode = failed === 0 && results.length > 0 ? 0 : 1;
  } catch (error) {
    say(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
    say("0 passed, 1 failed");
    process.exitCode = 1;
  }
}
