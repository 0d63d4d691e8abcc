import { type ExecFileException, execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Maximum duration of a program, in milliseconds. */
const runLimit = 90_000;

/**
 * Runs a bundled program, and waits until the process ends by itself.
 * @param command - the runtime and its arguments before the settings
 * @param env - variables besides those that exclude the machine's settings
 * @returns its output, one line of JSON
 * @throws Error with the process's output when it fails
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
  // Excludes the machine's settings, and all places outside the folder.
  const inherited = {
    PATH: "/usr/bin:/bin",
    HOME: folder,
    TMPDIR: folder,
    NO_COLOR: "1",
    DENO_NO_UPDATE_CHECK: "1",
  };
  const running = run(command, [...args, JSON.stringify(settings)], {
    cwd: folder,
    env: { ...inherited, ...env },
    timeout: runLimit,
    killSignal: "SIGKILL",
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  const stopWithUs = () => running.child.kill("SIGKILL");
  process.once("exit", stopWithUs);
  try {
    return JSON.parse((await running).stdout) as Output;
  } catch (error) {
    const { code, signal, stdout, stderr } = error as ExecFileException;
    if (stdout === undefined) throw error;
    const reason = signal ? `killed after ${runLimit} ms (${signal})` : `exit code ${code}`;
    throw new Error(`${reason}: ${(stderr || stdout).trim().slice(-2_000)}`);
  } finally {
    process.off("exit", stopWithUs);
  }
}
