import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startMock } from "@np6/api-mock";
import { execa } from "execa";
import { findChromium } from "../browser/src/find-chromium.ts";
import { installPacked } from "./install-packed.ts";
import type { RunSettings } from "./src/run-settings.ts";

// Installs the runtimes and the packed client into a temporary copy of this folder and runs the suites there (run-suites.ts).
// The packages must be built. Nothing stays behind, and two can run at once.

const install = ["install", "--frozen-lockfile", "--prefer-offline"];
const say = (line: string) => process.stdout.write(`${line}\n`);
const faultServer = new URL("../faults/src/index.ts", import.meta.url);

async function run(folder: string, stop: AbortSignal): Promise<number> {
  const found = findChromium(say);
  say("Installing the runtimes and the packed client …");
  const copy = join(folder, "runtimes");
  await mkdir(copy);
  for (const name of ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "tsconfig.json", "src"]) {
    await cp(join(import.meta.dirname, name), join(copy, name), { recursive: true });
  }
  await Promise.all([
    execa("pnpm", install, { cwd: copy, cancelSignal: stop, stdin: "ignore" }),
    installPacked(["api-types", "openapi-runtime", "api-client"], join(copy, "consumer"), stop),
  ]);
  say("Running the suite …");
  const mock = await startMock();
  try {
    const given: RunSettings = { folder, chromium: found, mockUrl: mock.url, faultServer: faultServer.href };
    const suites = spawn(process.execPath, ["src/run-suites.ts", JSON.stringify(given)], {
      cwd: copy,
      // Its standard input ends with this process, however that ends; then it ends too.
      stdio: ["pipe", "inherit", "inherit"],
      env: { ...process.env, TMPDIR: folder },
      signal: stop,
    });
    const [code] = (await once(suites, "close")) as [number | null];
    return code ?? 1;
  } finally {
    await mock.close();
  }
}

const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  // Not once: package managers pass a signal on that the terminal already sent.
  process.on(signal, () => stopping.abort(new Error(`stopped by ${signal}`)));
}
const folder = await mkdtemp(join(tmpdir(), "np6-runtimes-"));
try {
  process.exitCode = await run(folder, stopping.signal);
} catch (error) {
  const reason = stopping.signal.aborted ? stopping.signal.reason : error;
  say(`FAILED: ${reason instanceof Error ? reason.message : String(reason)}`);
  say("0 passed, 1 failed");
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
