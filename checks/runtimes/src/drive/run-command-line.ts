import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { text } from "node:stream/consumers";

/** Longest run of a program, in milliseconds. */
const runLimit = 90_000;

/**
 * Runs a program that was bundled into a file, and waits until the process ends by itself.
 * @param command - the runtime and its arguments before the settings
 * @param env - variables beside those that keep the machine's settings away
 * @returns what it printed, one line of JSON
 * @throws Error with what the process said when it does not end well
 */
export async function runCommandLine<Output>(
  [command = "", ...args]: readonly string[],
  settings: object,
  folder: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Output> {
  if (!existsSync(command)) {
    throw new Error(
      `${command} is not installed: the packages are for linux-x64, this is ${process.platform}-${process.arch}`,
    );
  }
  // Nothing of this machine's settings, and no place outside the folder to leave something behind.
  const own = {
    PATH: "/usr/bin:/bin",
    HOME: folder,
    TMPDIR: folder,
    NO_COLOR: "1",
    DENO_NO_UPDATE_CHECK: "1",
  };
  const child = spawn(command, [...args, JSON.stringify(settings)], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...own, ...env },
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
    return JSON.parse(output) as Output;
  } finally {
    clearTimeout(timer);
    process.off("exit", stopWithUs);
  }
}
