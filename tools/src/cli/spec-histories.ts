import type { SpecDiff } from "@np6/openapi-diff";
import { execa } from "execa";
import { repositoryRoot } from "../repository/repository-root.ts";
import { formatHistories, type HistoryStep } from "../spec-histories/format-histories.ts";
import { publicHistories } from "../spec-histories/public-histories.ts";
import { vendorBump } from "../spec-histories/vendor-bump.ts";

/**
 * `pnpm spec histories`: what `spec diff` says of documents that others write, for docs/spec-changes.md. Each step is a run of the real
 * command, which fetches both packages from the registry that npm is set up with. Some minutes; the largest takes 2 GB of memory.
 */
async function compare(base: string, head: string): Promise<HistoryStep["outcome"]> {
  const words = ["tools/run.mjs", "spec", "diff", "--json", "--base", base, "--head", head];
  const run = await execa(process.execPath, words, {
    cwd: repositoryRoot,
    env: { INIT_CWD: repositoryRoot, NODE_OPTIONS: "--max-old-space-size=8192" },
    reject: false,
  });
  return run.exitCode === 0
    ? (JSON.parse(run.stdout) as SpecDiff)
    : { error: run.stderr || `exit ${run.exitCode}` };
}

const steps: HistoryStep[] = [];
for (const { packageName, path, versions } of publicHistories) {
  for (const [index, after] of versions.entries()) {
    const before = versions[index - 1];
    if (before === undefined) continue;
    process.stderr.write(`${packageName} ${before} → ${after} …\n`);
    const [base, head] = [before, after].map((version) => `${packageName}@${version}:${path}`) as [
      string,
      string,
    ];
    const outcome = await compare(base, head);
    steps.push({ packageName, before, after, promised: vendorBump(before, after), outcome });
  }
}
process.stdout.write(formatHistories(steps));
process.exitCode = steps.some(({ outcome }) => "error" in outcome) ? 1 : 0;
