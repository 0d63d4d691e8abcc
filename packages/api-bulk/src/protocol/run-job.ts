import { BulkError } from "../bulk-error.ts";
import type { Job, Journal, Runner, Turn, Turns } from "../journal/journal.ts";
import { type Clock, systemClock } from "../pace/clock.ts";
import { createPace } from "../pace/pace.ts";
import { withExecutionIds } from "./execution-id.ts";
import { type BatchEndedEvent, defined, type RunEndedEvent, receiverCounts } from "./job-event.ts";
import { createLocalTurns } from "./local-turns.ts";
import { resolveByAsking } from "./resolve-by-asking.ts";
import {
  checkRunOptions,
  operationOf,
  type RunOptions,
  type RunParts,
  type RunSummary,
} from "./run-options.ts";
import { type SentBatch, sendBatch } from "./send-batch.ts";
import { createStopRules, tooLate } from "./stop-rules.ts";

/**
 * Sends a planned job, or resumes it. The journal records every batch before it is sent, and its end afterwards. So no
 * receiver is sent to twice, whatever ends this process. Receivers that may have run are `unknown`; a person decides.
 *
 * @returns when nothing is pending, the job pauses, or a signal ended the run
 * @throws BulkError when an option or the journal cannot be used; nothing was sent
 * @throws the journal's error when it cannot be written, for example on a full disk; nothing is sent after that
 */
export async function runJob(journal: Journal, options: RunOptions): Promise<RunSummary> {
  return runJobWith(journal, options, systemClock);
}

/** Like `runJob`, with another clock. */
export async function runJobWith(journal: Journal, options: RunParts, clock: Clock): Promise<RunSummary> {
  const numbers = checkRunOptions(options);
  const operation = operationOf(options);
  const job = await readJob(journal);
  if (operation.name !== job.operation) {
    throw new BulkError(
      `${journal.name} was planned for ${job.operation}, and this run sends ${operation.name}.`,
    );
  }
  const { signal, abortSignal = new AbortController().signal, on = {} } = options;
  const { canary, rate, notAfter, slice } = options;
  const runner = await journal.startRunner({
    maxAtStake: journal.isShared ? options.maxAtStake : numbers.maxAtStake,
    takeover: options.takeover,
    resume: options.resume ?? true,
    slice,
    pace: {
      batchSize: options.batchSize,
      maxConcurrency: options.maxConcurrency,
      targetLatencyMs: options.targetLatencyMs,
      maxUnknownBatches: options.maxUnknownBatches,
      canary,
      rate,
      notAfter: notAfter?.getTime(),
    },
  });
  const began = clock.now();
  const names = { "np6.bulk.job.id": job.id, "np6.operation": job.operation };
  try {
    if (options.resolveUnknown !== undefined) await resolveByAsking(journal, options.resolveUnknown);
    const turns = runner.turns ?? localTurns(runner, job.batchLimit);
    callListener(on.event, {
      name: "np6.bulk.run.started",
      startTime: began,
      endTime: began,
      status: runner.interrupted > 0 ? "error" : "ok",
      attributes: {
        ...names,
        ...receiverCounts(await journal.counts()),
        "np6.bulk.max_at_stake": runner.maxAtStake,
        "np6.bulk.receivers.interrupted": runner.interrupted,
      },
    });
    const summary = await summarize(journal, await sendAll(turns));
    if (slice === undefined) {
      await journal.note("end", { state: summary.state, reason: summary.reason ?? null });
    }
    const { state, reason, counts } = summary;
    callListener(on.event, {
      name: "np6.bulk.run.ended",
      startTime: began,
      endTime: clock.now(),
      status: state === "finished" && counts.failed + counts.unknown + counts.ran === 0 ? "ok" : "error",
      attributes: defined<RunEndedEvent["attributes"]>({
        ...names,
        ...receiverCounts(counts),
        "np6.bulk.run.state": state,
        "np6.bulk.reason": reason,
      }),
    });
    return summary;
  } finally {
    await runner.end();
  }

  function localTurns(only: Runner, batchLimit: number | undefined): Turns {
    const pace = createPace({ ...numbers, rate, canary: canary ?? true, batchLimit }, clock);
    return createLocalTurns(only, pace, createStopRules(numbers.maxUnknownBatches), numbers.maxAtStake);
  }

  async function sendAll(turns: Turns): Promise<Ending> {
    const inFlight = new Set<Promise<void>>();
    const waking = new AbortController();
    for (const source of [signal, abortSignal]) {
      source?.addEventListener("abort", () => waking.abort(), { signal: waking.signal });
    }
    let countAgainAt = Number.NEGATIVE_INFINITY;
    let why: string | undefined;
    let isDone = false;
    let broken: { readonly error: unknown } | undefined;
    const stop = (): boolean => {
      // In a shared journal, the database's clock decides.
      if (
        why === undefined &&
        notAfter !== undefined &&
        !journal.isShared &&
        clock.now() >= notAfter.getTime()
      ) {
        why = tooLate(notAfter);
      }
      return why !== undefined || broken !== undefined || Boolean(signal?.aborted) || abortSignal.aborted;
    };

    const send = async ({ batch, maySend }: Extract<Turn, { kind: "send" }>): Promise<void> => {
      const [startTime, start] = [clock.now(), clock.elapsed()];
      const call = {
        retry: false,
        attemptTimeoutMs: numbers.attemptTimeoutMs,
        deadlineMs: Math.min(numbers.attemptTimeoutMs + 60_000, 2 ** 31 - 1),
        signal: abortSignal,
      } as const;
      const sent = maySend()
        ? await sendBatch(
            operation,
            job.input,
            job.executionIds ? withExecutionIds(job.id, batch) : batch,
            call,
            { splitRefused: job.onBadBatch === "split", keepResults: options.keepResults ?? false },
          )
        : notSent;
      const milliseconds = clock.elapsed() - start;
      const { settlement, end } = sent;
      const reason = await turns.settle(batch, settlement, end, { ...sent, milliseconds });
      why ??= reason;
      const { status, kind, requestId } = end;
      callListener(on.event, {
        name: "np6.bulk.batch.ended",
        startTime,
        // The clock is not read again, because it may have been set meanwhile.
        endTime: startTime + milliseconds,
        status: sent.meaning === "good" ? "ok" : "error",
        attributes: defined<BatchEndedEvent["attributes"]>({
          ...names,
          "np6.bulk.batch.id": batch.id,
          "np6.bulk.batch.attempt": batch.attempt,
          "np6.bulk.batch.size": batch.items.length,
          "np6.bulk.batch.outcome": settlement.to,
          "np6.bulk.batch.failed": settlement.to === "answered" ? settlement.outcomes.length : undefined,
          "np6.request.id": requestId,
          "http.response.status_code": status,
          "error.type": kind,
        }),
      });
      // Counting a million batches takes a tenth of a second. At most a twentieth of the time is spent on counting.
      const now = clock.elapsed();
      if (on.progress !== undefined && now >= countAgainAt) {
        const counts = await journal.counts();
        countAgainAt = now + 20 * (clock.elapsed() - now);
        callListener(on.progress, { counts, batchSize: turns.size, concurrency: turns.concurrency });
      }
    };

    while (!stop()) {
      if (inFlight.size >= numbers.maxConcurrency) {
        await Promise.race(inFlight);
        continue;
      }
      const turn = await turns.next().catch((error: unknown) => {
        broken ??= { error };
      });
      if (turn === undefined) break;
      if (turn.kind === "wait") {
        const sleep = Number.isFinite(turn.milliseconds)
          ? [clock.sleep(turn.milliseconds, waking.signal)]
          : [];
        await Promise.race([...sleep, ...inFlight]);
        continue;
      }
      if (turn.kind === "over") {
        why ??= turn.why;
        isDone = turn.isDone ?? false;
        if (inFlight.size === 0) break;
        await Promise.race(inFlight);
        continue;
      }
      const sending: Promise<void> = send(turn)
        .catch((error: unknown) => {
          broken ??= { error };
        })
        .finally(() => inFlight.delete(sending));
      inFlight.add(sending);
    }
    await Promise.all(inFlight);
    waking.abort();
    if (broken !== undefined) throw broken.error;
    if (why !== undefined) {
      // A shared journal has paused the job together with the lesson.
      if (!journal.isShared) await journal.pause(why);
      const now = clock.now();
      callListener(on.event, {
        name: "np6.bulk.job.paused",
        startTime: now,
        endTime: now,
        status: "error",
        attributes: { ...names, "np6.bulk.reason": why },
      });
    }
    return { why, isDone };
  }

  async function summarize(from: Journal, { why, isDone }: Ending): Promise<RunSummary> {
    const [counts, now] = [await from.counts(), await readJob(from)];
    const interrupted = Boolean(signal?.aborted) || abortSignal.aborted;
    if (now.cancelled) return { state: "cancelled", reason: now.paused, counts };
    const isFinished = slice === undefined ? counts.pending + counts.sending === 0 : isDone;
    if (isFinished) return { state: "finished", reason: undefined, counts };
    const reason = why ?? now.paused;
    if (reason !== undefined) return { state: "paused", reason, counts };
    return { state: interrupted ? "interrupted" : "paused", reason: "the run was stopped", counts };
  }
}

/** The end of the send loop. */
interface Ending {
  readonly why: string | undefined;
  readonly isDone: boolean;
}

/** Result of a batch that was taken and may not be sent any more. */
const notSent: SentBatch = {
  settlement: { to: "planned" },
  end: { kind: "lease", note: "not sent: this runner had lost its lease" },
  meaning: "refused",
  isExhausted: false,
};

async function readJob(journal: Journal): Promise<Job> {
  const job = await journal.job();
  if (job === undefined) throw new BulkError(`${journal.name}: nothing is planned. Call planJob first.`);
  return job;
}

/** Calls a listener. Its error or rejection is ignored: a hook must neither change the sending nor end the process. */
function callListener<Value>(listener: ((value: Value) => unknown) | undefined, value: Value): void {
  try {
    if (listener !== undefined) Promise.resolve(listener(value)).catch(() => undefined);
  } catch {
    // An error of the listener is ignored, like a rejection.
  }
}
