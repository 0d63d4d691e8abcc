import type { TakenBatch, Turns } from "../journal/journal.ts";
import { tooLate } from "../protocol/stop-rules.ts";
import type { Database } from "./database.ts";
import type { Lease } from "./lease.ts";
import { type Learned, learnShared, lockPace, pauseJob } from "./shared-pace.ts";
import { type LeasedBatch, settleStatement, type TakeAnswer } from "./statements.ts";

/** Parts that the turns use. */
export interface SharedTurnsParts {
  readonly database: Database;
  readonly lease: Lease;
  readonly job: number;
  readonly takeBatch: (size: number | undefined) => Promise<TakeAnswer>;
}

/** Largest number of successes that are reported together, and their longest delay. */
const mostUnreported = 20;
const unreportedMs = 250;
/** Intervals in which to check whether another runner's batch has ended, and whether the job is paused. */
const pollMs = { least: 20, most: 500, rest: 1000 } as const;

/** Makes the turns of one of several runners. Pace, items at stake and stop rules are rows of the journal. */
export function createSharedTurns({ database, lease, job, takeBatch }: SharedTurnsParts): Turns & {
  /** Reports the lessons that were not reported yet. */
  readonly flush: () => Promise<void>;
} {
  let [size, concurrency] = [1, 1];
  let unreported: Learned[] = [];
  let [reportedAt, isCareful] = [0, true];
  let polls = 0;

  /** If a crash loses reported successes, nothing is wrong. So their commit need not be synced to disk. */
  async function report(): Promise<string | undefined> {
    const telling = unreported;
    if (telling.length === 0) return undefined;
    unreported = [];
    try {
      return await database.transaction(async (query) => {
        await query("SET LOCAL synchronous_commit = off");
        const learned = await learnShared(query, job, await lockPace(query, job), telling);
        isCareful = learned.isCareful;
        reportedAt = performance.now();
        return learned.why;
      });
    } catch {
      // The lessons are reported with the next ones. If the commit succeeded after all, the pace grows a little sooner.
      unreported = [...telling, ...unreported];
      return undefined;
    }
  }

  const pause = (): number => Math.min(pollMs.most, pollMs.least * 2 ** polls) * (0.75 + Math.random() / 2);

  return {
    get size() {
      return size;
    },
    get concurrency() {
      return concurrency;
    },
    next: async () => {
      if (!lease.isGood()) await database.persist(lease.keep);
      if (isCareful || unreported.length >= mostUnreported || performance.now() - reportedAt > unreportedMs) {
        const why = await report();
        if (why !== undefined) return { kind: "over", why };
      }
      const answer = await takeBatch(undefined);
      if (answer.size > 0) ({ size, concurrency } = answer);
      const { batch } = answer;
      polls = answer.kind === "full" ? polls + 1 : 0;
      switch (answer.kind) {
        case "send":
          if (batch !== undefined) {
            return { kind: "send", batch, maySend: () => batch.runner === lease.id && lease.isGood() };
          }
          break;
        case "wait":
          return { kind: "wait", milliseconds: Math.min(answer.waitMs, pollMs.rest) };
        case "full":
          return { kind: "wait", milliseconds: pause() };
        case "expired":
          await database.persist(lease.keep);
          break;
        case "late": {
          const why = tooLate(new Date(await database.persist(() => pauseLate(database, job))));
          return { kind: "over", why };
        }
        case "nothing":
          return { kind: "over", isDone: true };
        case "rests":
          return { kind: "over" };
      }
      return { kind: "wait", milliseconds: pollMs.least };
    },
    settle: async (batch: TakenBatch, settlement, end, lesson) => {
      const words = `${end.kind ?? "refused"} ${end.status ?? ""}: ${end.note ?? ""}`;
      const learned: Learned = { lesson, items: batch.items.length, words };
      const statement = settleStatement(batch as LeasedBatch, settlement, end, lease);
      if (lesson.meaning === "good" && !lesson.isExhausted) {
        await database.persist(() => database.query(...statement));
        unreported.push(learned);
        return undefined;
      }
      const telling = [...unreported, learned];
      unreported = [];
      // A lesson that slows or stops all runners is written in the transaction of its batch.
      return database.persist(() =>
        database.transaction(async (query) => {
          const row = await lockPace(query, job);
          const [settled] = await query(...statement);
          // It was written before, and the result was lost.
          if (settled?.how === "again") return undefined;
          const learned = await learnShared(query, job, row, telling);
          isCareful = learned.isCareful;
          reportedAt = performance.now();
          return learned.why;
        }),
      );
    },
    flush: async () => {
      await report();
    },
  };
}

/** @returns the time after which nothing may be sent, in milliseconds since 1970 */
async function pauseLate(database: Database, job: number): Promise<number> {
  return database.transaction(async (query) => {
    const row = await lockPace(query, job);
    const notAfter = (row.not_after as Date).getTime();
    const [now] = await query("SELECT paused FROM np6_bulk.job WHERE id = $1", [job]);
    if (now?.paused === null) await pauseJob(query, job, tooLate(new Date(notAfter)));
    return notAfter;
  });
}
