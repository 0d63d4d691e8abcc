import { dirname, join } from "node:path";
import { execa } from "execa";
import { repositoryRoot } from "../../repository/repository-root.ts";
import { reportAdvisories } from "../../supply-chain/report-advisories.ts";

/**
 * `pnpm check advisories`: asks the registry what is known of the installed versions, of every lockfile of the repository. Exits 1 for
 * advisories that are high or critical, and 0 with "NOT CHECKED" when the registry does not say. No part of `pnpm test`: its answer changes
 * without a commit.
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
