import type { ChildProcess } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

/**
 * Waits until a child process prints a matching line on standard output.
 *
 * @param pattern pattern of the line, with one group
 * @param timeout in milliseconds
 * @returns the text of the first group
 * @throws Error with the child's output, when it ends, cannot be started, or is not ready within `timeout`
 */
export function waitForReadyLine(child: ChildProcess, pattern: RegExp, timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let standardOutput = "";
    let allOutput = "";
    const onStandardOutput = (chunk: Buffer): void => {
      standardOutput += chunk;
      allOutput += chunk;
      const ready = pattern.exec(stripVTControlCharacters(standardOutput));
      if (ready?.[1] === undefined) return;
      stopListening();
      resolve(ready[1]);
    };
    const onStandardError = (chunk: Buffer): void => {
      allOutput += chunk;
    };
    const fail = (problem: string): void => {
      stopListening();
      const printed = stripVTControlCharacters(allOutput).trim();
      reject(new Error(`${problem} ${printed === "" ? "It printed nothing." : `It printed:\n${printed}`}`));
    };
    const onClose = (code: number | null, signal: string | null): void =>
      fail(`It ended with ${signal ?? `exit code ${code}`} before it was ready.`);
    const onError = (error: Error): void => fail(`It could not be started: ${error.message}.`);
    const timer = setTimeout(() => fail(`It was not ready after ${timeout} ms.`), timeout);
    const stopListening = (): void => {
      clearTimeout(timer);
      child.stdout?.off("data", onStandardOutput);
      child.stderr?.off("data", onStandardError);
      child.off("close", onClose);
      child.off("error", onError);
    };
    child.stdout?.on("data", onStandardOutput);
    child.stderr?.on("data", onStandardError);
    child.once("close", onClose);
    child.once("error", onError);
  });
}
