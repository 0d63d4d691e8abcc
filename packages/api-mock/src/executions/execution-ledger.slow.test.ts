import { expect, test } from "vitest";
import { createExecutionLedger } from "./execution-ledger.ts";
import { executionLines } from "./execution-lines.ts";

test("ten million receivers fit into 800 MB, are found, and can be written out", { timeout: 540_000 }, () => {
  const before = process.memoryUsage();
  const ledger = createExecutionLedger();
  for (let index = 0; index < 10_000_000; index += 1) {
    ledger.add(`{"type":"id","value":"${index.toString(36).toUpperCase()}"}`, Math.floor(index / 500) + 1);
  }
  const after = process.memoryUsage();
  const used = after.arrayBuffers - before.arrayBuffers;
  process.stdout.write(`ten million executions: ${Math.round(used / 1e6)} MB outside of the heap\n`);
  expect(ledger.size).toBe(10_000_000);
  expect(used).toBeLessThan(8e8);
  expect(ledger.get({ type: "id", value: (9_999_999).toString(36).toUpperCase() })?.requests).toEqual([
    20_000,
  ]);
  let lines = 0;
  for (const piece of executionLines(ledger)) lines += piece.split("\n").length - 1;
  expect(lines).toBe(10_000_000);
});
