import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { checkControls } from "./check-controls.ts";
import { type CheckResult, checkPage } from "./check-page.ts";
import { checkTypes } from "./check-types.ts";
import { looks } from "./look.ts";
import { readOperations } from "./read-operations.ts";
import type { Settings } from "./settings.ts";

// Checks the built reference page in headless Chromium and prints what it found; the last line is `N passed, N failed`. In:
// Settings as JSON.

const say = (line: string) => process.stdout.write(`${line}\n`);

async function run(settings: Settings, folder: string): Promise<CheckResult[]> {
  const operations = readOperations(JSON.parse(readFileSync(settings.document, "utf8")));
  const [operation] = operations;
  const [look] = looks;
  if (operation === undefined || look === undefined)
    throw new Error(`${settings.document} has no operations.`);
  mkdirSync(settings.screenshots, { recursive: true });
  const { executablePath, args } = settings.chromium;
  const browser = await chromium.launch({ executablePath, args: [...args], headless: true });
  try {
    say(`Chromium ${browser.version()}, ${operations.length} operations`);
    const results: CheckResult[] = [checkTypes()];
    for (const one of looks) {
      const photograph = (page: Page, name: string) =>
        page.screenshot({ path: join(settings.screenshots, `${one.name}-${name}.png`) });
      const checks = await checkPage(browser, settings.page, one, operations, { photograph });
      results.push(
        ...checks.map(({ name, problems }) => ({ name: `${one.name}: the page ${name}`, problems })),
      );
    }
    return [...results, ...(await checkControls(browser, settings.page, look, operation, folder))];
  } finally {
    await browser.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), "np6-browser-"));
try {
  const settings = JSON.parse(process.argv[2] ?? "") as Settings;
  const results = await run(settings, folder);
  for (const { name, problems } of results) {
    say(`${problems.length === 0 ? "✓" : "✗"} ${name}`);
    for (const problem of problems) say(`    ${problem}`);
  }
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  say(`Screenshots: ${settings.screenshots}`);
  say(`${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  say(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
  say("0 passed, 1 failed");
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
