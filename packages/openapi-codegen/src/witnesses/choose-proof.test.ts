import { expect, test } from "vitest";
import { type Compiled, chooseProof } from "./choose-proof.ts";

const compiled = new Map<string, Compiled>([
  ["breaks", { old: true, now: false }],
  ["breaks, too", { old: true, now: false }],
  ["still compiles", { old: true, now: true }],
  ["never compiled", { old: false, now: false }],
  ["compiles only now", { old: false, now: true }],
]);
const chosen = (...before: string[]) =>
  chooseProof(
    before.map((code) => ({ before: code })),
    compiled,
  )?.before;

test("only code that compiled before and does not now proves a break, and the plainest one is chosen", () => {
  expect(chosen("still compiles", "never compiled", "compiles only now", "breaks", "breaks, too")).toBe(
    "breaks",
  );
  expect(chosen("still compiles")).toBeUndefined();
  expect(chosen("never compiled")).toBeUndefined();
  expect(chosen("compiles only now")).toBeUndefined();
  expect(chosen("was not tried")).toBeUndefined();
  expect(chosen()).toBeUndefined();
});

test("what the code becomes is shown only when it compiles with the new types", () => {
  const after = (code: string) => chooseProof([{ before: "breaks", after: code }], compiled);
  expect(after("compiles only now")).toEqual({ before: "breaks", after: "compiles only now" });
  expect(after("still compiles")).toEqual({ before: "breaks", after: "still compiles" });
  expect(after("never compiled")).toEqual({ before: "breaks" });
  expect(after("was not tried")).toEqual({ before: "breaks" });
});
