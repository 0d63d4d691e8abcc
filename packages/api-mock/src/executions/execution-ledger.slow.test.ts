import { expect, test } from "vitest";
import { createExecutionLedger } from "./execution-ledger.ts";
import { executionLines } from "./execution-lines.ts";

// CI has a few minutes, and ten million receivers take one. Set `NP6_RECEIVERS=10000000` for the slow lane.
const count = Number(process.env.NP6_RECEIVERS ?? 1_000_000);

test("receivers take less than 80 bytes each, are found, and can be written out", {
  timeout: 540_000,
}, () => {
  const before = process.memoryUsage();
  const ledger = createExecutionLedger();
  for (let index = 0; index < count; index += 1) {
    ledger.add(`{"type":"id","value":"${index.toString(36).toUpperCase()}"}`, Math.floor(index / 500) + 1);
  }
  const after = process.memoryUsage();
  const used = after.arrayBuffers - before.arrayBuffers;
  process.stdout.write(`${count} executions: ${Math.round(used / 1e6)} MB outside of the heap\n`);
  expect(ledger.size).toBe(count);
  expect(used).toBeLessThan(count * 80);
  expect(ledger.get({ type: "id", value: (count - 1).toString(36).toUpperCase() })?.requests).toEqual([
    Math.ceil(count / 500),
  ]);
  let lines = 0;
  for (const piece of executionLines(ledger)) lines += piece.split("\n").length - 1;
  expect(lines).toBe(count);
});
