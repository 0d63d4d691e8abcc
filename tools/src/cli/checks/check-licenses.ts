import { execa } from "execa";
import { readWorkspace } from "../../repository/read-workspace.ts";
import { repositoryRoot } from "../../repository/repository-root.ts";
import { checkLicenses, type LicenseReport } from "../../supply-chain/check-licenses.ts";

// Checks the licences of all installed packages, prints the problems, and exits with 1 if there are any.

async function licenses(...options: string[]): Promise<LicenseReport> {
  const words = ["licenses", "list", "--recursive", "--json", ...options];
  const { stdout } = await execa("pnpm", words, { cwd: repositoryRoot });
  return JSON.parse(stdout) as LicenseReport;
}

const { packages } = await readWorkspace(repositoryRoot);
const shipped = packages
  .filter(({ manifest }) => manifest.private !== true)
  .map(({ manifest }) => `--filter=${manifest.name}`);
const problems = [
  ...checkLicenses(await licenses("--prod", ...shipped), "shipped"),
  ...checkLicenses(await licenses(), "tools"),
];
process.stdout.write(problems.map((problem) => `✗ ${problem}\n`).join(""));
process.exitCode = problems.length > 0 ? 1 : 0;
