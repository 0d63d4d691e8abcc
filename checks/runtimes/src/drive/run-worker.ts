import { createRequire } from "node:module";
import { Miniflare } from "miniflare";
import type { CaseResult } from "../suite/case-result.ts";
import type { SuiteSettings } from "../suite/smoke-case.ts";
import type { RuntimeRun } from "./runtime-run.ts";

/**
 * Runs the suite on workerd, started by miniflare, without Node's modules (no `nodejs_compat`).
 * @param script - the bundled worker
 */
export async function runWorker(script: string, settings: SuiteSettings): Promise<RuntimeRun> {
  const require = createRequire(createRequire(import.meta.url).resolve("miniflare"));
  const { version } = require("workerd/package.json") as { version: string };
  const miniflare = new Miniflare({ script, compatibilityDate: "2026-07-01", cf: false, port: 0 });
  try {
    const body = JSON.stringify(settings);
    const response = await miniflare.dispatchFetch("http://worker/", { method: "POST", body });
    if (!response.ok) throw new Error(`the worker answered ${response.status}: ${await response.text()}`);
    return { version, results: (await response.json()) as CaseResult[] };
  } finally {
    await miniflare.dispose();
  }
}
