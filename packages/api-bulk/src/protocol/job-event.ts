import type { Counts, Settlement } from "../journal/journal.ts";

/** The end of a run. `finished`: nothing is pending. `paused` and `interrupted` runs can be resumed. */
export type RunState = "finished" | "paused" | "interrupted" | "cancelled";

/**
 * An event of a running job, in the shape of OpenTelemetry: a stable name, times from which a span can be made, and
 * flat attributes. It names no receiver. `http.response.status_code` and `error.type` are OpenTelemetry's own
 * (https://opentelemetry.io/docs/specs/semconv/), all others begin with `np6.`. Unknown attributes are omitted.
 */
interface EventOf<Name extends string, Attributes> {
  readonly name: Name;
  /** Milliseconds since 1970, by the wall clock. */
  readonly startTime: number;
  /** Like `startTime`; equal to it when the event took no time. */
  readonly endTime: number;
  /** `error` when a person may have to act. */
  readonly status: "ok" | "error";
  readonly attributes: Attributes;
}

/** Attributes of every event. */
interface OfJob {
  readonly "np6.bulk.job.id": string;
  readonly "np6.operation": string;
}

/** Number of receivers in each state. */
type OfReceivers = { readonly [State in keyof Counts as `np6.bulk.receivers.${State}`]: number };

/** Event: a run began. */
export type RunStartedEvent = EventOf<
  "np6.bulk.run.started",
  OfJob &
    OfReceivers & {
      readonly "np6.bulk.max_at_stake": number;
      /** Receivers that an earlier process had in flight when it ended; they are unknown. */
      readonly "np6.bulk.receivers.interrupted": number;
    }
>;

/** Event: a batch was sent, and its end was recorded. */
export type BatchEndedEvent = EventOf<
  "np6.bulk.batch.ended",
  OfJob & {
    readonly "np6.bulk.batch.id": number;
    readonly "np6.bulk.batch.attempt": number;
    readonly "np6.bulk.batch.size": number;
    readonly "np6.bulk.batch.outcome": Settlement["to"];
    /** Receivers of an answered batch that failed or are unknown. */
    readonly "np6.bulk.batch.failed"?: number;
    readonly "np6.request.id"?: string;
    readonly "http.response.status_code"?: number;
    /** Kind of the client's failure. */
    readonly "error.type"?: string;
  }
>;

/** Event: the job paused itself. */
export type JobPausedEvent = EventOf<"np6.bulk.job.paused", OfJob & { readonly "np6.bulk.reason": string }>;

/** Event: a run ended. */
export type RunEndedEvent = EventOf<
  "np6.bulk.run.ended",
  OfJob & OfReceivers & { readonly "np6.bulk.run.state": RunState; readonly "np6.bulk.reason"?: string }
>;

/** All events, distinguished by `name`. */
export type JobEvent = RunStartedEvent | BatchEndedEvent | JobPausedEvent | RunEndedEvent;

/** Converts counts to attributes. */
export function receiverCounts(counts: Counts): OfReceivers {
  const named = Object.entries(counts).map(([state, count]) => [`np6.bulk.receivers.${state}`, count]);
  return Object.fromEntries(named);
}

/** Removes undefined attributes. */
export function defined<Attributes extends object>(
  attributes: {
    readonly [Name in keyof Attributes]: Attributes[Name] | undefined;
  },
): Attributes {
  const entries = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Attributes;
}
