import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckResult } from "../check-page.ts";
import { looks } from "../look.ts";
import { runInChromium } from "../run-in-chromium.ts";
import { checkContents, checkReportControls, checkReportPage } from "./check-report-page.ts";
import { makeReports } from "./make-reports.ts";

// Opens the report of a bulk job with many faults, and that of an unsent job.

await runInChromium(async (browser) => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "np6-bulk-report-"));
  const reports = await makeReports(folder.path);
  const results: CheckResult[] = [];
  const [desktop] = looks;
  if (desktop === undefined) throw new Error("No screen size is configured.");
  for (const look of looks) {
    for (const [name, file] of Object.entries(reports)) {
      const checks = await checkReportPage(browser, file, look, name);
      results.push(
        ...checks.map((check) => ({ ...check, name: `${look.name}: the report (${name}) ${check.name}` })),
      );
    }
  }
  results.push(await checkContents(browser, reports.sent, desktop));
  return [...results, ...(await checkReportControls(browser, reports.sent, desktop))];
});
