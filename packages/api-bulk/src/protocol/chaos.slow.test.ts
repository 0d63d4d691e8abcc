import { expect, test } from "vitest";
import { chaosProfiles } from "../testing/chaos-profiles.test-support.ts";
import { runChaos } from "../testing/run-chaos.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";

// Few and small jobs, for CI; `pnpm check bulk` tries every profile with 100,000 receivers.
const names = ["answers that come too late", "batches too large", "poison", "mixed"];

test.each(chaosProfiles.filter(({ name }) => names.includes(name)))("a bad day: $name", async (profile) => {
  const job = { receivers: 1_200, batchSize: 10, maxAtStake: 100, kills: 1, seed: 7 };
  const result = await runChaos(profile, { ...job, file: temporaryJournal() });
  expect(result.lies).toEqual([]);
  expect(result.executedTwice).toBe(0);
  expect(result.kills).toBe(1);
  expect(result.done + result.failed + result.unknown).toBe(job.receivers);
});
