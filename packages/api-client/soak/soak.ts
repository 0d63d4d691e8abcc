// Run by `pnpm check soak -- --seconds 60 --fault-rate 0.1 --seed 1`.
import { runSoak } from "./run-soak.ts";
import { formatSoakReport, soakFailed } from "./soak-report.ts";
import { parseSoakSettings, type SoakSettings } from "./soak-settings.ts";

let settings: SoakSettings | undefined;
try {
  settings = parseSoakSettings(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
if (settings !== undefined) {
  const report = await runSoak(settings);
  process.stdout.write(`${formatSoakReport(report)}\n`);
  process.exitCode = soakFailed(report) ? 1 : 0;
}
