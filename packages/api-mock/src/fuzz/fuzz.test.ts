import { expect, test } from "vitest";
import { runFuzz } from "./run-fuzz.ts";

const runs = Number(process.env.NP6_FUZZ_RUNS ?? 500);
const seed = Number(process.env.NP6_FUZZ_SEED ?? 20_261_127);

test("whatever arrives, Prism lives on and another session is answered", async () => {
  const { answers, deaths, disturbed, requests } = await runFuzz(runs, seed);
  expect(deaths).toEqual([]);
  expect(disturbed).toEqual([]);
  expect(requests).toBe(runs);
  // The requests reach what they are for: some are right, and most are refused in one way or another.
  expect(Object.keys(answers)).toEqual(expect.arrayContaining(["200", "400", "404", "405", "415"]));
}, 600_000);
