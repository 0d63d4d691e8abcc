import { metrics } from "@opentelemetry/api";
import type { JobEvent } from "../protocol/job-event.ts";
import type { Progress, RunHooks } from "../protocol/run-options.ts";

/** Hooks that report a job to OpenTelemetry, for `on` of `runJob` and `runSlice`. */
export interface BulkTelemetry {
  readonly event: NonNullable<RunHooks["event"]>;
  readonly progress: NonNullable<RunHooks["progress"]>;
}

const states = ["pending", "sending", "done", "failed", "unknown", "ran", "skipped"] as const;

/**
 * Makes hooks that count. They need the package `@opentelemetry/api`, and report nothing before the start of an SDK.
 *
 * - `np6.bulk.batch.duration`, in seconds: each batch, by `np6.operation`, `np6.bulk.batch.outcome` and `error.type`
 * - `np6.bulk.batch.receivers`: number of receivers in these batches, by the same attributes
 * - `np6.bulk.receivers`: number of receivers by `np6.bulk.state`, as last recorded in the journal
 * - `np6.bulk.job.pauses`: number of times that the job paused itself
 *
 * None names a receiver.
 */
export function createBulkTelemetry(): BulkTelemetry {
  const meter = metrics.getMeter("@np6/api-bulk");
  const duration = meter.createHistogram("np6.bulk.batch.duration", {
    unit: "s",
    description: "Duration of each batch, until its response",
    advice: { explicitBucketBoundaries: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30, 60, 120, 300] },
  });
  const receivers = meter.createCounter("np6.bulk.batch.receivers", { unit: "{receiver}" });
  const standing = meter.createGauge("np6.bulk.receivers", { unit: "{receiver}" });
  const pauses = meter.createCounter("np6.bulk.job.pauses", { unit: "{pause}" });
  const recordReceivers = (job: string, countOf: (state: (typeof states)[number]) => number): void => {
    for (const state of states)
      standing.record(countOf(state), { "np6.bulk.job.id": job, "np6.bulk.state": state });
  };
  let job = "";
  return {
    event: (event: JobEvent) => {
      const { attributes } = event;
      job = attributes["np6.bulk.job.id"];
      const operation = { "np6.operation": attributes["np6.operation"] };
      switch (event.name) {
        case "np6.bulk.batch.ended": {
          const failure = event.attributes["error.type"];
          const names = {
            ...operation,
            "np6.bulk.batch.outcome": event.attributes["np6.bulk.batch.outcome"],
            ...(failure === undefined ? {} : { "error.type": failure }),
          };
          duration.record((event.endTime - event.startTime) / 1000, names);
          receivers.add(event.attributes["np6.bulk.batch.size"], names);
          return;
        }
        case "np6.bulk.job.paused":
          pauses.add(1, operation);
          return;
        case "np6.bulk.run.started":
        case "np6.bulk.run.ended":
          recordReceivers(job, (state) => event.attributes[`np6.bulk.receivers.${state}`]);
      }
    },
    progress: ({ counts }: Progress) => recordReceivers(job, (state) => counts[state]),
  };
}
