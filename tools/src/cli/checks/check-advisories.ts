import { dirname, join } from "node:path";
import { execa } from "execa";
import { repositoryRoot } from "../../repository/repository-root.ts";
import { reportAdvisories } from "../../supply-chain/report-advisories.ts";

/**
 * `pnpm check advisories`: requests advisories on the installed versions from the registry, for every lockfile. It
 * exits with 1 for high and critical advisories, and with 0 and "NOT CHECKED" when the registry does not respond. It is
 * no part of `pnpm test`, because its result changes without a commit.
 */
const { stdout: lockfiles } = await execa("git", ["ls-files", "pnpm-lock.yaml", "**/pnpm-lock.yaml"], {
  cwd: repositoryRoot,
});
for (const folder of lockfiles.split("\n").map((file) => dirname(file))) {
  const { stdout } = await execa("pnpm", ["audit", "--json"], {
    cwd: join(repositoryRoot, folder),
    reject: false,
  });
  const { lines, urgent } = reportAdvisories(stdout);
  process.stdout.write(`${folder}: ${lines.join("\n")}\n`);
  if (urgent) process.exitCode = 1;
}
