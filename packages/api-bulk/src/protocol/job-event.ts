import type { Counts, Settlement } from "../journal/journal.ts";

/** How a run ended. `finished`: nothing is pending. `paused` and `interrupted` can be run again. */
export type RunState = "finished" | "paused" | "interrupted" | "cancelled";

/**
 * Something that happened while a job ran, in the shape of OpenTelemetry. It has a stable name, times from which a span
 * can be made, and flat attributes. It names no receiver. `http.response.status_code` and `error.type` are
 * OpenTelemetry's own (https://opentelemetry.io/docs/specs/semconv/), all others begin with `np6.`. What is not known
 * is left out.
 */
interface EventOf<Name extends string, Attributes> {
  readonly name: Name;
  /** Milliseconds since 1970, by the wall clock. */
  readonly startTime: number;
  /** As `startTime`; equal to it when the event took no time. */
  readonly endTime: number;
  /** `error` when somebody may have to look. */
  readonly status: "ok" | "error";
  readonly attributes: Attributes;
}

/** What every event says. */
interface OfJob {
  readonly "np6.bulk.job.id": string;
  readonly "np6.operation": string;
}

/** How many receivers are in each state. */
type OfReceivers = { readonly [State in keyof Counts as `np6.bulk.receivers.${State}`]: number };

/** A run began. */
export type RunStartedEvent = EventOf<
  "np6.bulk.run.started",
  OfJob &
    OfReceivers & {
      readonly "np6.bulk.max_at_stake": number;
      /** Receivers that an earlier process had under way when it ended; they are unknown. */
      readonly "np6.bulk.receivers.interrupted": number;
    }
>;

/** A batch was sent, and what became of it is written down. */
export type BatchEndedEvent = EventOf<
  "np6.bulk.batch.ended",
  OfJob & {
    readonly "np6.bulk.batch.id": number;
    readonly "np6.bulk.batch.attempt": number;
    readonly "np6.bulk.batch.size": number;
    readonly "np6.bulk.batch.outcome": Settlement["to"];
    /** Receivers of it that failed or are unknown, although it was answered. */
    readonly "np6.bulk.batch.failed"?: number;
    readonly "np6.request.id"?: string;
    readonly "http.response.status_code"?: number;
    /** Kind of the client's failure. */
    readonly "error.type"?: string;
  }
>;

/** The job pauses by itself. */
export type JobPausedEvent = EventOf<"np6.bulk.job.paused", OfJob & { readonly "np6.bulk.reason": string }>;

/** A run ended. */
export type RunEndedEvent = EventOf<
  "np6.bulk.run.ended",
  OfJob & OfReceivers & { readonly "np6.bulk.run.state": RunState; readonly "np6.bulk.reason"?: string }
>;

/** All of them, told apart by `name`. */
export type JobEvent = RunStartedEvent | BatchEndedEvent | JobPausedEvent | RunEndedEvent;

/** Counts as attributes. */
export function ofReceivers(counts: Counts): OfReceivers {
  const named = Object.entries(counts).map(([state, count]) => [`np6.bulk.receivers.${state}`, count]);
  return Object.fromEntries(named);
}

/** Leaves out what is not known. */
export function known<Attributes extends object>(
  attributes: {
    readonly [Name in keyof Attributes]: Attributes[Name] | undefined;
  },
): Attributes {
  const entries = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Attributes;
}
