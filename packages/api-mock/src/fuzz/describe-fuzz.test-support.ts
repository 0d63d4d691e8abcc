import { expect, test } from "vitest";
import { runFuzz } from "./run-fuzz.test-support.ts";

const seed = Number(process.env.NP6_FUZZ_SEED ?? 20_261_127);

/** Declares the fuzz test. `NP6_FUZZ_RUNS` overrides the number of requests. */
export function describeFuzz(which: string, requestsUnlessSaid: number): void {
  const runs = Number(process.env.NP6_FUZZ_RUNS ?? requestsUnlessSaid);
  test(`whatever arrives, Prism lives on and another session is answered${which}`, async () => {
    const { answers, deaths, disturbed, requests } = await runFuzz(runs, seed);
    expect(deaths).toEqual([]);
    expect(disturbed).toEqual([]);
    expect(requests).toBe(runs);
    // The requests reach their targets: some are valid, and most are refused in different ways.
    expect(Object.keys(answers)).toEqual(expect.arrayContaining(["200", "400", "404", "405", "415"]));
  }, 600_000);
}
