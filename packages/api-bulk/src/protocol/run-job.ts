import { BulkError } from "../bulk-error.ts";
import type { Job, Journal, Runner, TakenBatch } from "../journal/journal.ts";
import { type Clock, systemClock } from "../pace/clock.ts";
import { createPace } from "../pace/pace.ts";
import { withExecutionIds } from "./execution-id.ts";
import { type BatchEndedEvent, known, ofReceivers, type RunEndedEvent } from "./job-event.ts";
import { resolveByAsking } from "./resolve-by-asking.ts";
import { checkRunOptions, operationOf, type RunOptions, type RunSummary } from "./run-options.ts";
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
  const operation = operationOf(options);
  const job = await readJob(journal);
  if (operation.name !== job.operation) {
    throw new BulkError(
      `${journal.name} was planned for ${job.operation}, and this run sends ${operation.name}.`,
    );
  }
  const { signal, abortSignal = new AbortController().signal, on = {} } = options;
  const runner = await journal.startRunner({
    maxAtStake: numbers.maxAtStake,
    takeover: options.takeover,
    resume: options.resume ?? true,
  });
  const began = clock.now();
  const names = { "np6.bulk.job.id": job.id, "np6.operation": job.operation };
  try {
    if (options.resolveUnknown !== undefined) await resolveByAsking(journal, options.resolveUnknown);
    const pace = createPace(
      { ...numbers, rate: options.rate, canary: options.canary ?? true, batchLimit: job.batchLimit },
      clock,
    );
    tell(on.event, {
      name: "np6.bulk.run.started",
      startTime: began,
      endTime: began,
      status: runner.interrupted > 0 ? "error" : "ok",
      attributes: {
        ...names,
        ...ofReceivers(await journal.counts()),
        "np6.bulk.max_at_stake": numbers.maxAtStake,
        "np6.bulk.receivers.interrupted": runner.interrupted,
      },
    });
    const stopped = await sendAll(runner, pace);
    const summary = await summarize(journal, stopped);
    await journal.note("end", { state: summary.state, reason: summary.reason ?? null });
    const { state, reason, counts } = summary;
    tell(on.event, {
      name: "np6.bulk.run.ended",
      startTime: began,
      endTime: clock.now(),
      status: state === "finished" && counts.failed + counts.unknown + counts.ran === 0 ? "ok" : "error",
      attributes: known<RunEndedEvent["attributes"]>({
        ...names,
        ...ofReceivers(counts),
        "np6.bulk.run.state": state,
        "np6.bulk.reason": reason,
      }),
    });
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
    let countAgainAt = Number.NEGATIVE_INFINITY;
    let why: string | undefined;
    let broken: { readonly error: unknown } | undefined;
    const stop = (): boolean => {
      if (why === undefined && options.notAfter !== undefined && clock.now() >= options.notAfter.getTime()) {
        why = `it is later than ${options.notAfter.toISOString()}, after which nothing may be sent`;
      }
      return why !== undefined || broken !== undefined || Boolean(signal?.aborted) || abortSignal.aborted;
    };

    const send = async (batch: TakenBatch): Promise<void> => {
      const [startTime, start] = [clock.now(), clock.elapsed()];
      const call = {
        retry: false,
        attemptTimeoutMs: numbers.attemptTimeoutMs,
        deadlineMs: Math.min(numbers.attemptTimeoutMs + 60_000, 2 ** 31 - 1),
        signal: abortSignal,
      } as const;
      const sent = await sendBatch(
        operation,
        job.input,
        job.executionIds ? withExecutionIds(job.id, batch) : batch,
        call,
        { splitRefused: job.onBadBatch === "split", keepResults: options.keepResults ?? false },
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
      tell(on.event, {
        name: "np6.bulk.batch.ended",
        startTime,
        // Not the clock's second reading: somebody may have set it in between.
        endTime: startTime + milliseconds,
        status: meaning === "good" ? "ok" : "error",
        attributes: known<BatchEndedEvent["attributes"]>({
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
      // Counting a million batches takes a tenth of a second: at most a twentieth of the time goes there.
      const now = clock.elapsed();
      if (on.progress !== undefined && now >= countAgainAt) {
        const counts = await journal.counts();
        countAgainAt = now + 20 * (clock.elapsed() - now);
        tell(on.progress, { counts, batchSize: pace.size, concurrency: pace.concurrency });
      }
    };

    while (!stop()) {
      const wait = pace.wait();
      if (wait > 0) {
        await Promise.race([clock.sleep(wait, waking.signal), ...underWay]);
        continue;
      }
      // Batches that were taken before the size fell are larger than their share.
      const isFull = atStake + pace.size > numbers.maxAtStake;
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
      await journal.pause(why);
      const now = clock.now();
      tell(on.event, {
        name: "np6.bulk.job.paused",
        startTime: now,
        endTime: now,
        status: "error",
        attributes: { ...names, "np6.bulk.reason": why },
      });
    }
    return why;
  }

  async function summarize(from: Journal, why: string | undefined): Promise<RunSummary> {
    const [counts, now] = [await from.counts(), await readJob(from)];
    if (now.cancelled) return { state: "cancelled", reason: now.paused, counts };
    if (counts.pending + counts.sending === 0) return { state: "finished", reason: undefined, counts };
    const reason = why ?? now.paused;
    if (reason !== undefined) return { state: "paused", reason, counts };
    return { state: "interrupted", reason: "the run was asked to stop", counts };
  }
}

async function readJob(journal: Journal): Promise<Job> {
  const job = await journal.job();
  if (job === undefined) throw new BulkError(`${journal.name}: nothing is planned. Call planJob first.`);
  return job;
}

/** Tells a listener. What it throws, or its promise, is its own: a hook must not change what is sent, nor end the process. */
function tell<Told>(listener: ((told: Told) => unknown) | undefined, told: Told): void {
  try {
    if (listener !== undefined) Promise.resolve(listener(told)).catch(() => undefined);
  } catch {
    // The same for one that throws at once.
  }
}
