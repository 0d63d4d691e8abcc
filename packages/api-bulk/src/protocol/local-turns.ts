import type { Runner, Turns } from "../journal/journal.ts";
import type { Pace } from "../pace/pace.ts";
import { learnFrom } from "./learn-from.ts";
import type { StopRules } from "./stop-rules.ts";

/** Makes the turns of an only runner: pace and rules are local to this process. */
export function createLocalTurns(runner: Runner, pace: Pace, rules: StopRules, maxAtStake: number): Turns {
  let [atStake, inFlight] = [0, 0];
  return {
    get size() {
      return pace.size;
    },
    get concurrency() {
      return pace.concurrency;
    },
    next: async () => {
      const wait = pace.wait();
      if (wait > 0) return { kind: "wait", milliseconds: wait };
      // Batches that were taken before the size fell are larger than the current size.
      const isFull = atStake + pace.size > maxAtStake;
      if (isFull || inFlight >= pace.concurrency)
        return { kind: "wait", milliseconds: Number.POSITIVE_INFINITY };
      const batch = await runner.take(pace.size);
      if (batch === undefined) return { kind: "over" };
      pace.sent();
      atStake += batch.items.length;
      inFlight += 1;
      return { kind: "send", batch, maySend: () => true };
    },
    settle: async (batch, settlement, end, lesson) => {
      try {
        await runner.settle(batch, settlement, end);
      } finally {
        atStake -= batch.items.length;
        inFlight -= 1;
      }
      const words = `${end.kind ?? "refused"} ${end.status ?? ""}: ${end.note ?? ""}`;
      return learnFrom(lesson, batch.items.length, words, pace, rules);
    },
  };
}
