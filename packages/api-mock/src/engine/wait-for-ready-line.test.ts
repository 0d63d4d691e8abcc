import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { waitForReadyLine } from "./wait-for-ready-line.ts";

function run(script: string): ChildProcess {
  return spawn(process.execPath, ["-e", script]);
}

test("the first group of the line is returned, colours and split output notwithstanding", async () => {
  const child = run(
    `process.stdout.write("\\u001b[32mready on "); setTimeout(() => console.log("\\u001b[0m77 "), 20)`,
  );
  await expect(waitForReadyLine(child, /ready on (\d+) /, 30_000)).resolves.toBe("77");
});

test("a child that ends is reported with its exit code and its output", async () => {
  const child = run("console.log('one'); console.error('two'); process.exitCode = 3");
  await expect(waitForReadyLine(child, /ready (\d)/, 30_000)).rejects.toThrow(
    /exit code 3(?=.*one)(?=.*two)/s,
  );
});

test("a child that is not ready in time is reported with its output", async () => {
  const child = run("console.log('still thinking'); setInterval(() => {}, 1000)");
  await once(child.stdout ?? child, "readable");
  await expect(waitForReadyLine(child, /ready (\d)/, 100)).rejects.toThrow(/100 ms.*still thinking/s);
  child.kill("SIGKILL");
  await once(child, "close");
});

test("a program that does not exist is reported", async () => {
  const child = spawn("/nowhere/node");
  await expect(waitForReadyLine(child, /ready (\d)/, 30_000)).rejects.toThrow("/nowhere/node");
});
