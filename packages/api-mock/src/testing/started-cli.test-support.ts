import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { childrenOf, isRunning, startProcess, type TestProcess, until } from "./test-process.test-support.ts";

/** The program, as a file that Node runs. */
export const cli: string = fileURLToPath(new URL("../cli.ts", import.meta.url));

/** Starts the program, and waits for its complete first output. */
export async function startedCli(
  ...args: readonly string[]
): Promise<{ readonly program: TestProcess; readonly url: string }> {
  const program = startProcess([cli, ...args]);
  await until(() => /To try it:\n\n(.|\n)*\n\n$/.test(program.output()));
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(program.output()) ?? [];
  if (url === undefined) throw new Error(program.output());
  return { program, url };
}

/** Stops the program by a signal, and expects that it ends with exit code 0, together with its Prism. */
export async function expectToStop(program: TestProcess, signal: "SIGINT" | "SIGTERM"): Promise<void> {
  const children = await childrenOf(program.child.pid);
  expect(children).toHaveLength(1);
  program.child.kill(signal);
  // The signal arrives twice when a package manager forwards the terminal's signal.
  program.child.kill(signal);
  expect(await program.ending, program.output()).toBe(0);
  expect(program.output().match(/np6-mock has stopped\./g)).toHaveLength(1);
  expect(children.some(isRunning)).toBe(false);
}
