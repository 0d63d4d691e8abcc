import { expect, test } from "vitest";
import { killMatrix } from "../testing/kill-matrix.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";

// Five hundred kills take seven minutes. CI has sixteen for all checks, and sets a lower number.
const kills = Number(process.env.NP6_KILLS ?? 500);

test("many deaths, with 200 receivers for each and faults of the API", { timeout: 3_000_000 }, async () => {
  const result = await killMatrix({
    file: temporaryJournal(),
    receivers: kills * 200,
    batchSize: 50,
    maxAtStake: 200,
    kills,
    scenarios: [
      "internal-server-error,probability=0.005,ran=1,seed=7",
      "reset-before,probability=0.005,seed=7",
      "reset-after,probability=0.005,seed=7",
      "too-many-requests,probability=0.01,seed=7",
      "partial-failure,probability=0.2,percent=10,seed=7",
    ],
  });
  process.stdout.write(`${JSON.stringify(result)}\n`);
  expect(result.kills).toBe(kills);
});
