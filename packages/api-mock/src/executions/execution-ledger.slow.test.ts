import { expect, test } from "vitest";
import { createExecutionLedger } from "./execution-ledger.ts";

test("ten million receivers fit into 1 GB, and are found", { timeout: 300_000 }, () => {
  const before = process.memoryUsage();
  const ledger = createExecutionLedger();
  for (let index = 0; index < 10_000_000; index += 1) {
    ledger.add(`{"type":"id","value":"${index.toString(36).toUpperCase()}"}`, Math.floor(index / 500) + 1);
  }
  const after = process.memoryUsage();
  const used = after.arrayBuffers - before.arrayBuffers;
  process.stdout.write(`ten million executions: ${Math.round(used / 1e6)} MB outside of the heap\n`);
  expect(ledger.size).toBe(10_000_000);
  expect(used).toBeLessThan(1e9);
  expect(ledger.get({ type: "id", value: (9_999_999).toString(36).toUpperCase() })?.requests).toEqual([
    20_000,
  ]);
});
