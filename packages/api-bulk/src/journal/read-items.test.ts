import { expect, test } from "vitest";
import { planJob } from "../planning/plan-job.ts";
import { runJobWith } from "../protocol/run-job.ts";
import { createApiDouble, type Fate } from "../testing/api-double.test-support.ts";
import { createFakeClock } from "../testing/fake-clock.test-support.ts";
import { temporaryJournal } from "../testing/temporary-journal.test-support.ts";
import type { ItemState } from "./journal.ts";
import { openJournal } from "./open-journal.ts";

test("every receiver is read once, in the order of the source, whatever became of the batches before and behind it", async () => {
  const journal = await openJournal(temporaryJournal());
  const total = 5_000;
  const rows = Array.from({ length: total }, (_, index) => ({ item: index + 1 }));
  await planJob(journal, { operation: "send", input: {}, rows, onBadBatch: "split" });
  const fates: Fate[] = ["good", "some fail", "429", "good", "500", "good", "429", "reset ran", "good"];
  const api = createApiDouble(() => fates.shift() ?? "good", { limit: 300, poison: [1_234] });
  await runJobWith(journal, { operation: api.operation, batchSize: 400 }, createFakeClock());

  const read = async (state?: ItemState) => {
    const found: number[] = [];
    for await (const { seq, item } of journal.items(state === undefined ? {} : { state })) {
      expect(item).toBe(seq);
      found.push(seq);
    }
    return found;
  };
  expect(await read()).toEqual(rows.map(({ item }) => item));
  const counts = await journal.counts();
  const { total: _, ...byState } = counts;
  for (const [state, count] of Object.entries(byState)) {
    const found = await read(state as ItemState);
    expect({ state, count: found.length }).toEqual({ state, count });
    expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
  }
  await journal.close();
});
