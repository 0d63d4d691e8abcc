import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startRig } from "../rig/start-rig.ts";
import type { RunSettings } from "../run-settings.ts";
import type { CaseResult } from "../suite/case-result.ts";
import type { RuntimeName } from "../suite/runtime-name.ts";
import { smokeCases } from "../suite/smoke-cases.ts";
import { bundleEntry } from "./bundle-entry.ts";
import { commandLine } from "./command-line.ts";
import { runChromium } from "./run-chromium.ts";
import { runCommandLine } from "./run-command-line.ts";
import { runWorker } from "./run-worker.ts";
import type { RuntimeRun } from "./runtime-run.ts";

const commandLineEntries = ["command-line", "careless", "sends-twice"] as const;

type Entry = (typeof commandLineEntries)[number];

/** Runs the suite on a runtime, with servers of its own. A runtime that does not run fails every case. */
export type RunSuite = (runtime: RuntimeName, entry: Entry) => Promise<RuntimeRun>;

/**
 * Bundles the entries of the suite.
 * @param folder - the temporary copy: the runtimes in `node_modules`, the packed client in `consumer/node_modules`
 */
export async function createSuiteRunner(settings: RunSettings, folder: string): Promise<RunSuite> {
  const consumer = join(folder, "consumer");
  for (const entry of commandLineEntries) {
    await writeFile(join(consumer, `${entry}.mjs`), await bundleEntry(entry));
  }
  const packages = join(consumer, "node_modules");
  const workerConditions = ["workerd", "worker", "browser"];
  const worker = await bundleEntry("worker", { folder: packages, conditions: workerConditions });
  const page = await bundleEntry("page", { folder: packages, conditions: ["browser"] });

  return async (runtime, entry) => {
    const rig = await startRig(settings.mockUrl, page);
    const suiteSettings = { ...rig.settings, runtime };
    try {
      if (runtime === "workerd") return await runWorker(worker, suiteSettings);
      if (runtime === "Chromium") {
        if ("missing" in settings.chromium) throw new Error(settings.chromium.missing);
        return await runChromium(settings.chromium, rig.pageUrl, suiteSettings);
      }
      const file = join(consumer, `${entry}.mjs`);
      return await runCommandLine([...commandLine(runtime, folder), file], suiteSettings, consumer);
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
    } finally {
      await rig.close();
    }
  };
}
