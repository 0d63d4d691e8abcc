import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { chromium } from "playwright-core";
import { startRig } from "../rig/start-rig.ts";
import type { RunSettings } from "../run-settings.ts";
import type { CaseResult } from "../suite/case-result.ts";
import type { RuntimeName } from "../suite/runtime-name.ts";
import type { SuiteSettings } from "../suite/smoke-case.ts";
import { smokeCases } from "../suite/smoke-cases.ts";
import { bundleEntry } from "./bundle-entry.ts";
import { commandLine } from "./command-line.ts";
import { runCommandLine } from "./run-command-line.ts";
import type { RuntimeRun } from "./runtime-run.ts";

/**
 * Runs the suite on a runtime, optionally with a control's client, with its own servers. On a runtime that does not
 * start, every case fails.
 */
export type RunSuite = (runtime: RuntimeName, control?: "careless" | "sends-twice") => Promise<RuntimeRun>;

/**
 * Bundles the entries of the suite.
 * @param folder - the temporary copy: the runtimes in `node_modules`, the packed client in `consumer/node_modules`
 */
export async function createSuiteRunner(settings: RunSettings, folder: string): Promise<RunSuite> {
  const consumer = join(folder, "consumer");
  const file = join(consumer, "command-line.mjs");
  await writeFile(file, await bundleEntry("command-line"));
  const packages = join(consumer, "node_modules");
  const workerConditions = ["workerd", "worker", "browser"];
  const worker = await bundleEntry("worker", { folder: packages, conditions: workerConditions });
  const page = await bundleEntry("page", { folder: packages, conditions: ["browser"] });

  return async (runtime, control) => {
    await using rig = await startRig(settings.mockUrl, page);
    const suiteSettings = { ...rig.settings, runtime };
    try {
      if (runtime === "workerd") return await runWorker(worker, suiteSettings);
      if (runtime === "Chromium") {
        if ("missing" in settings.chromium) throw new Error(settings.chromium.missing);
        return await runChromium(settings.chromium, rig.pageUrl, suiteSettings);
      }
      const command = [...commandLine(runtime, folder), file, ...(control === undefined ? [] : [control])];
      return await runCommandLine<RuntimeRun>(command, suiteSettings, consumer);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const results = smokeCases.map(
        ({ name, only }): CaseResult => ({
          name,
          outcome: only === undefined || only.includes(runtime) ? "failed" : "not applicable",
          detail,
        }),
      );
      return { version: undefined, results };
    }
  };
}

/** Runs the suite in a page of headless Chromium. */
async function runChromium(
  { executablePath, args }: { readonly executablePath: string; readonly args: readonly string[] },
  pageUrl: string,
  settings: SuiteSettings,
): Promise<RuntimeRun> {
  await using browser = await chromium.launch({ executablePath, headless: true, args: [...args] });
  const page = await browser.newPage();
  await page.goto(pageUrl);
  const run = (pageSettings: SuiteSettings): Promise<CaseResult[]> =>
    (globalThis as unknown as { runSuite: (settings: SuiteSettings) => Promise<CaseResult[]> }).runSuite(
      pageSettings,
    );
  return { version: browser.version(), results: await page.evaluate(run, settings) };
}

/**
 * Runs the suite on workerd, started by miniflare, without Node's modules (no `nodejs_compat`).
 * @param script - the bundled worker
 */
async function runWorker(script: string, settings: SuiteSettings): Promise<RuntimeRun> {
  const require = createRequire(createRequire(import.meta.url).resolve("miniflare"));
  const { version } = require("workerd/package.json") as { version: string };
  await using stack = new AsyncDisposableStack();
  const miniflare = new Miniflare({ script, compatibilityDate: "2026-07-01", cf: false, port: 0 });
  stack.defer(() => miniflare.dispose());
  const body = JSON.stringify(settings);
  const response = await miniflare.dispatchFetch("http://worker/", { method: "POST", body });
  if (!response.ok) throw new Error(`the worker responded with ${response.status}: ${await response.text()}`);
  return { version, results: (await response.json()) as CaseResult[] };
}
