import { expect, test } from "vitest";
import { killMatrix } from "../testing/kill-matrix.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";

test("20 deaths at every write point: nobody is sent twice, and what the journal says is true", async () => {
  const maxAtStake = 40;
  const { kills, unknown } = await killMatrix({
    file: temporaryJournal(),
    receivers: 2000,
    batchSize: 20,
    maxAtStake,
    kills: 20,
    scenarios: [],
  });
  expect(kills).toBe(20);
  expect(unknown).toBeGreaterThan(0);
  expect(unknown).toBeLessThanOrEqual(kills * maxAtStake);
});
