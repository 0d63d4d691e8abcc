import { execa } from "execa";
import { repositoryRoot } from "../../repository/repository-root.ts";
import { reportAdvisories } from "../../supply-chain/report-advisories.ts";

/**
 * `pnpm check advisories`: asks the registry what is known of the installed versions. Exits 1 for advisories that are high or
 * critical, and 0 with "NOT CHECKED" when the registry does not say. No part of `pnpm test`: its answer changes without a commit.
 */
const { stdout } = await execa("pnpm", ["audit", "--json"], { cwd: repositoryRoot, reject: false });
const { lines, urgent } = reportAdvisories(stdout);
process.stdout.write(`${lines.join("\n")}\n`);
process.exitCode = urgent ? 1 : 0;
