import { BulkError } from "../bulk-error.ts";
import type { Journal, Runner, TakenBatch } from "../journal/journal.ts";
import { type Clock, systemClock } from "../pace/clock.ts";
import { createPace } from "../pace/pace.ts";
import { executeWorkflowBatch } from "./bulk-operation.ts";
import { withExecutionIds } from "./execution-id.ts";
import { resolveByAsking } from "./resolve-by-asking.ts";
import { checkRunOptions, type RunOptions, type RunSummary } from "./run-options.ts";
import { sendBatch } from "./send-batch.ts";
import { createStopRules } from "./stop-rules.ts";

/**
 * Sends a planned job, or goes on with it. Every batch is written down before it is sent, and what became of it after: so no
 * receiver is sent twice, whatever ends this process. What may have run is `unknown`, for a person to decide.
 *
 * @returns when nothing is pending, or the job pauses, or a signal ended it
 * @throws BulkError when an option or the journal cannot be used; nothing was sent then
 * @throws whatever the journal throws when it cannot write, such as a full disk; nothing is sent after that
 */
export async function runJob(journal: Journal, options: RunOptions): Promise<RunSummary> {
  return runJobWith(journal, options, systemClock);
}

/** `runJob` by another clock. */
export async function runJobWith(journal: Journal, options: RunOptions, clock: Clock): Promise<RunSummary> {
  const numbers = checkRunOptions(options);
  const job = await journal.job();
  if (job === undefined) throw new BulkError(`${journal.name}: nothing is planned. Call planJob first.`);
  const operation = options.operation ?? (options.np6 && executeWorkflowBatch(options.np6));
  if (operation?.name !== job.operation) {
    throw new BulkError(
      `${journal.name} was planned for ${job.operation}, and this run sends ${String(operation?.name)}.`,
    );
  }
  const { signal, abortSignal = new AbortController().signal, on = {} } = options;
  const runner = await journal.startRunner({
    maxAtStake: numbers.maxAtStake,
    takeover: options.takeover,
    resume: options.resume ?? true,
  });
  try {
    if (options.resolveUnknown !== undefined) await resolveByAsking(journal, options.resolveUnknown);
    const pace = createPace(
      { ...numbers, rate: options.rate, canary: options.canary ?? true, batchLimit: job.batchLimit },
      clock,
    );
    const stopped = await sendAll(runner, pace);
    const summary = await summarize(journal, stopped);
    await journal.note("end", { state: summary.state, reason: summary.reason ?? null });
    return summary;
  } finally {
    await runner.end();
  }

  async function sendAll(sender: Runner, pace: ReturnType<typeof createPace>): Promise<string | undefined> {
    const rules = createStopRules(numbers.maxUnknownBatches);
    const underWay = new Set<Promise<void>>();
    const waking = new AbortController();
    for (const source of [signal, abortSignal]) {
      source?.addEventListener("abort", () => waking.abort(), { signal: waking.signal });
    }
    let atStake = 0;
    let why: string | undefined;
    let broken: { readonly error: unknown } | undefined;
    const stop = (): boolean => {
      if (why === undefined && options.notAfter !== undefined && clock.now() >= options.notAfter.getTime()) {
        why = `it is later than ${options.notAfter.toISOString()}, after which nothing may be sent`;
      }
      return why !== undefined || broken !== undefined || Boolean(signal?.aborted) || abortSignal.aborted;
    };

    const send = async (batch: TakenBatch): Promise<void> => {
      const start = clock.elapsed();
      const call = {
        retry: false,
        attemptTimeoutMs: numbers.attemptTimeoutMs,
        deadlineMs: numbers.attemptTimeoutMs + 60_000,
        signal: abortSignal,
      } as const;
      const sent = await sendBatch(
        operation as NonNullable<typeof operation>,
        job?.input,
        job?.executionIds ? withExecutionIds(job.id, batch) : batch,
        call,
        { splitRefused: job?.onBadBatch === "split", keepResults: options.keepResults ?? false },
      );
      const milliseconds = clock.elapsed() - start;
      const { settlement, end, meaning } = sent;
      await sender.settle(batch, settlement, end);
      if (meaning === "good") pace.answered(batch.items.length, milliseconds);
      if (meaning === "held" || meaning === "not-sent") pace.held(sent.retryAfterMs);
      if (meaning === "unknown") pace.unknown();
      if (meaning === "too-large") pace.tooLarge(batch.items.length);
      if (sent.isExhausted) pace.exhausted();
      if (meaning === "pause") why ??= `${end.kind ?? "refused"} ${end.status ?? ""}: ${end.note ?? ""}`;
      else if (meaning !== "too-large" && meaning !== "refused") why ??= rules.after(meaning);
      const { status, kind, requestId } = end;
      const { id, attempt, items } = batch;
      tell(() =>
        on.batch?.({
          batch: id,
          attempt,
          items: items.length,
          to: settlement.to,
          milliseconds,
          status,
          kind,
          requestId,
        }),
      );
      if (on.progress !== undefined) {
        const counts = await journal.counts();
        tell(() => on.progress?.({ counts, batchSize: pace.size, concurrency: pace.concurrency }));
      }
    };

    while (!stop()) {
      const wait = pace.wait();
      if (wait > 0) {
        await Promise.race([clock.sleep(wait, waking.signal), ...(underWay.size > 0 ? underWay : [])]);
        continue;
      }
      // Batches that were taken before the size fell are larger than their share.
      const isFull = atStake > 0 && atStake + pace.size > numbers.maxAtStake;
      if (isFull || underWay.size >= pace.concurrency) {
        await Promise.race(underWay);
        continue;
      }
      const batch = await sender.take(pace.size);
      if (batch === undefined) {
        if (underWay.size === 0) break;
        await Promise.race(underWay);
        continue;
      }
      pace.sent();
      atStake += batch.items.length;
      const sending: Promise<void> = send(batch)
        .catch((error: unknown) => {
          broken ??= { error };
        })
        .finally(() => {
          atStake -= batch.items.length;
          underWay.delete(sending);
        });
      underWay.add(sending);
    }
    await Promise.all(underWay);
    waking.abort();
    if (broken !== undefined) throw broken.error;
    if (why !== undefined) {
      const reason = why;
      await journal.pause(reason);
      tell(() => on.pause?.(reason));
    }
    return why;
  }

  async function summarize(from: Journal, why: string | undefined): Promise<RunSummary> {
    const [counts, now] = [await from.counts(), await from.job()];
    const interrupted = Boolean(signal?.aborted) || abortSignal.aborted;
    if (now?.cancelled) return { state: "cancelled", reason: now.paused, counts };
    if (counts.pending + counts.sending === 0) return { state: "finished", reason: undefined, counts };
    const reason = why ?? now?.paused;
    if (reason !== undefined) return { state: "paused", reason, counts };
    return { state: interrupted ? "interrupted" : "paused", reason: "the run was asked to stop", counts };
  }
}

/** Calls a listener; what it throws is its own. */
function tell(listener: () => void): void {
  try {
    listener();
  } catch {
    // A hook must not change what is sent.
  }
}
