import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { checkMockPage } from "./check-mock-page.ts";
import { checkRecording, type RecordedTraffic } from "./check-recording.ts";
import type { Settings } from "./settings.ts";

// Checks the mock's status page and a recording in headless Chromium and prints what it found; the last line is `N passed, N failed`. In:
// settings as JSON.

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const settings = JSON.parse(process.argv[2] ?? "") as Pick<Settings, "chromium" | "screenshots"> & {
    url: string;
    recording: RecordedTraffic;
  };
  mkdirSync(settings.screenshots, { recursive: true });
  const { executablePath, args } = settings.chromium;
  const browser = await chromium.launch({ executablePath, args: [...args], headless: true });
  try {
    const picture = join(settings.screenshots, "mock-page.png");
    const onPage = await checkMockPage(browser, settings.url, picture);
    const results = [
      ...onPage.map(({ name, problems }) => ({ name: `the mock's page ${name}`, problems })),
      await checkRecording(browser, settings.recording),
    ];
    for (const { name, problems } of results) {
      say(`${problems.length === 0 ? "✓" : "✗"} ${name}`);
      for (const problem of problems) say(`    ${problem}`);
    }
    const failed = results.filter(({ problems }) => problems.length > 0).length;
    say(`Screenshot: ${picture}`);
    say(`${results.length - failed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  } finally {
    await browser.close();
  }
} catch (error) {
  say(`FAILED: ${error instanceof Error ? error.message : String(error)}`);
  say("0 passed, 1 failed");
  process.exitCode = 1;
}
