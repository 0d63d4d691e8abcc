import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";
import type { SuiteSettings } from "../suite/smoke-case.ts";
import type { RuntimeRun } from "./runtime-run.ts";

/** Longest run of a suite, in milliseconds. */
const runLimit = 90_000;

/**
 * Runs a suite that was bundled into a file, and waits until the process ends by itself.
 * @param command - the runtime and its arguments before the settings
 * @throws Error with what the process said when it does not end well
 */
export async function runCommandLine(
  [command = "", ...args]: readonly string[],
  settings: SuiteSettings,
  folder: string,
): Promise<RuntimeRun> {
  if (!existsSync(command)) {
    throw new Error(
      `${command} is not installed: the packages are for linux-x64, this is ${process.platform}-${process.arch}`,
    );
  }
  const child = spawn(command, [...args, JSON.stringify(settings)], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    // Nothing of this machine's settings, and no place outside the folder to leave something behind.
    env: { PATH: "/usr/bin:/bin", HOME: folder, TMPDIR: folder, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
  });
  const stopWithUs = () => child.kill("SIGKILL");
  process.once("exit", stopWithUs);
  const timer = setTimeout(stopWithUs, runLimit);
  try {
    const [output, complaints, [code, signal]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "close") as Promise<[number | null, string | null]>,
    ]);
    if (code !== 0) {
      const reason = signal === null ? `exit code ${code}` : `killed after ${runLimit} ms (${signal})`;
      throw new Error(`${reason}: ${(complaints || output).trim().slice(-2_000)}`);
    }
    return JSON.parse(output) as RuntimeRun;
  } finally {
    clearTimeout(timer);
    process.off("exit", stopWithUs);
  }
}
