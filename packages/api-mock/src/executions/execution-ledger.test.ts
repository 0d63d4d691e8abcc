import { canonicalJson } from "@np6/openapi-document";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createExecutionLedger } from "./execution-ledger.ts";

test("it says of each how often and in which requests", () => {
  const ledger = createExecutionLedger();
  for (const [who, request] of [
    ["a", 1],
    ["b", 1],
    ["a", 2],
    ["a", 2],
    ["c", 7],
  ] as const) {
    ledger.add(canonicalJson(who), request);
  }
  expect([...ledger]).toEqual([
    { who: '"a"', times: 3, requests: [1, 2, 2] },
    { who: '"b"', times: 1, requests: [1] },
    { who: '"c"', times: 1, requests: [7] },
  ]);
  expect({ size: ledger.size, total: ledger.total, repeated: ledger.repeated }).toEqual({
    size: 3,
    total: 5,
    repeated: 1,
  });
  expect(ledger.get("a")?.times).toBe(3);
  expect(ledger.get("d")).toBeUndefined();
});

test("it finds somebody whatever the order of the members", () => {
  const ledger = createExecutionLedger();
  ledger.add(canonicalJson({ value: "A", type: "id" }), 1);
  expect(ledger.get({ type: "id", value: "A" })).toEqual({
    who: '{"type":"id","value":"A"}',
    times: 1,
    requests: [1],
  });
});

test("it agrees with a map, whatever is added", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ maxLength: 3 }), fc.integer({ min: 1, max: 9 })), { maxLength: 5000 }),
      (added) => {
        const ledger = createExecutionLedger();
        const expected = new Map<string, number[]>();
        for (const [who, request] of added) {
          ledger.add(who, request);
          expected.set(who, [...(expected.get(who) ?? []), request]);
        }
        expect([...ledger].map(({ who, requests }) => [who, requests])).toEqual([...expected]);
      },
    ),
    { numRuns: 50 },
  );
});

test("a cleared one is empty and can be filled again", () => {
  const ledger = createExecutionLedger();
  for (let index = 0; index < 5000; index += 1) ledger.add(`old ${index}`, 1);
  ledger.clear();
  expect([...ledger]).toEqual([]);
  ledger.add("new", 2);
  expect([...ledger]).toEqual([{ who: "new", times: 1, requests: [2] }]);
});
