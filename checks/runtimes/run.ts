import { spawn } from "node:child_process";
import { once } from "node:events";
import { startMock } from "@np6/api-mock";
import { findChromium } from "../browser/src/find-chromium.ts";
import { runInCopy } from "./run-in-copy.ts";
import type { RunSettings } from "./src/run-settings.ts";

// Runs the suites (run-suites.ts) in a temporary copy of this folder with the runtimes and the packed client.

const say = (line: string) => process.stdout.write(`${line}\n`);
const faultServer = new URL("../faults/src/index.ts", import.meta.url);

const chromium = findChromium(say);
say("Installing the runtimes and the packed client …");
await runInCopy(import.meta.dirname, ["tsconfig.json", "src"], async (copy, stop) => {
  say("Running the suite …");
  const mock = await startMock();
  try {
    const settings: RunSettings = {
      folder: copy,
      chromium,
      mockUrl: mock.url,
      faultServer: faultServer.href,
    };
    const suites = spawn(process.execPath, ["src/run-suites.ts", JSON.stringify(settings)], {
      cwd: copy,
      // Its standard input ends with this process, and it ends with its standard input.
      stdio: ["pipe", "inherit", "inherit"],
      env: { ...process.env, TMPDIR: copy },
      signal: stop,
    });
    const [code] = (await once(suites, "close")) as [number | null];
    return code ?? 1;
  } finally {
    await mock.close();
  }
});
