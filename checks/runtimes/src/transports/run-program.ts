import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import type { TransportResults, TransportSettings } from "./transport-results.ts";

/** Longest run, in milliseconds. */
const runLimit = 60_000;

/**
 * Runs the program that compares the transports.
 * @throws Error with what the process said when it does not end well
 */
export async function runProgram(
  [command = "", ...args]: readonly string[],
  settings: TransportSettings,
  folder: string,
  caFile: string,
): Promise<TransportResults> {
  const child = spawn(command, [...args, JSON.stringify(settings)], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: "/usr/bin:/bin", HOME: folder, TMPDIR: folder, NO_COLOR: "1", NODE_EXTRA_CA_CERTS: caFile },
  });
  const stop = () => child.kill("SIGKILL");
  process.once("exit", stop);
  const timer = setTimeout(stop, runLimit);
  try {
    const [output, complaints, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "close") as Promise<[number | null]>,
    ]);
    if (code !== 0) throw new Error(`exit code ${code}: ${(complaints || output).trim().slice(-2_000)}`);
    return JSON.parse(output) as TransportResults;
  } finally {
    clearTimeout(timer);
    process.off("exit", stop);
  }
}
