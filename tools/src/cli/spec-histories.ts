import type { SpecDiff } from "@np6/openapi-diff";
import { execa } from "execa";
import { repositoryRoot } from "../repository/repository-root.ts";
import type { HistoryStep } from "../spec-histories/format-histories.ts";
import { publicHistories } from "../spec-histories/public-histories.ts";
import { vendorBump } from "../spec-histories/vendor-bump.ts";
import { buildQuietly } from "../turbo/build-quietly.ts";

/** Each process of the command prints its peak memory at exit, because Node does not report that of child processes. */
const printPeak = "process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))";

/**
 * `pnpm spec histories`: runs `spec diff` on documents of others, for docs/spec-changes.md. Each step runs the real
 * command, which downloads both packages from npm's registry. It takes some minutes; the largest needs 2 GB of memory.
 */
async function compare(
  base: string,
  head: string,
): Promise<Pick<HistoryStep, "outcome" | "seconds" | "megabytes">> {
  const words = ["tools/run.mjs", "spec", "diff", "--json", "--base", base, "--head", head];
  const startedAt = performance.now();
  const run = await execa(process.execPath, words, {
    cwd: repositoryRoot,
    env: {
      INIT_CWD: repositoryRoot,
      NODE_OPTIONS: `--max-old-space-size=8192 --import=data:text/javascript,${encodeURIComponent(printPeak)}`,
    },
    reject: false,
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const peaks = [...run.stderr.matchAll(/^peak (\d+)$/gm)].map(([, kilobytes]) => Number(kilobytes) / 1024);
  const outcome =
    run.exitCode === 0
      ? (JSON.parse(run.stdout) as SpecDiff)
      : { error: run.stderr.replaceAll(/^peak \d+\n?/gm, "") || `exit ${run.exitCode}` };
  return { outcome, seconds, megabytes: Math.max(0, ...peaks) };
}

if (!(await buildQuietly(["@np6/openapi-diff", "@np6/openapi-codegen", "@np6/api-types"]))) process.exit(2);
const { formatHistories } = await import("../spec-histories/format-histories.ts");
const steps: HistoryStep[] = [];
// This API's own document: the released one compared with the spec.
const thisApi = { packageName: "this API", before: "shipped", after: "spec/", promised: "major" } as const;
const [shipped, spec] = ["packages/api-types/dist/openapi.json", "spec/openapi.yaml"];
steps.push({ ...thisApi, ...(await compare(shipped, spec)) });
for (const { packageName, path, versions } of publicHistories) {
  for (const [index, after] of versions.entries()) {
    const before = versions[index - 1];
    if (before === undefined) continue;
    process.stderr.write(`${packageName} ${before} → ${after} …\n`);
    const [base, head] = [before, after].map((version) => `${packageName}@${version}:${path}`) as [
      string,
      string,
    ];
    const compared = await compare(base, head);
    steps.push({ packageName, before, after, promised: vendorBump(before, after), ...compared });
  }
}
process.stdout.write(formatHistories(steps));
process.exitCode = steps.some(({ outcome }) => "error" in outcome) ? 1 : 0;
