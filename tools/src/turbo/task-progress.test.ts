import { expect, test } from "vitest";
import { showTaskProgress } from "./task-progress.ts";

function shown(isTTY: boolean, columns = 80) {
  let time = 0;
  const written: string[] = [];
  const stream = { isTTY, columns, write: (text: string) => written.push(text) };
  const progress = showTaskProgress(stream, () => time);
  const wait = (seconds: number) => {
    time += seconds * 1000;
  };
  return { progress, written, wait };
}

test("without a terminal it says how far it is when a task ended, and nothing of the cache but its number", () => {
  const { progress, written, wait } = shown(false);
  progress.expect(3);
  progress.started("@np6/spec#build");
  progress.ended("@np6/spec#build", "cached");
  progress.started("@np6/spec#test");
  wait(12);
  progress.ended("@np6/spec#test", "passed");
  progress.started("@np6/tools#lint");
  wait(3);
  progress.ended("@np6/tools#lint", "failed", "\u001B[31mwrong\u001B[39m\nhere\n");
  progress.close();
  expect(written.join("")).toBe(
    [
      "  12 s     2 of 3  ✓ spec test, 12 s",
      "  15 s     3 of 3  ✗ tools lint, 3 s",
      "    wrong",
      "    here",
      "",
    ].join("\n"),
  );
});

test("in a terminal one line renews itself, no wider than the terminal, and is gone in the end", () => {
  const { progress, written, wait } = shown(true, 40);
  progress.expect(9);
  progress.started("@np6/contract-tests#test");
  wait(65);
  progress.started("@np6/api-client#typecheck");
  progress.close();
  const text = written.join("");
  expect(text).not.toContain("\n");
  expect(text).toContain("65 s · 0 of 9 done · contract-tests");
  for (const line of text.split("\r\u001B[K")) expect(line.length).toBeLessThan(40);
  expect(text.endsWith("\r\u001B[K")).toBe(true);
});
