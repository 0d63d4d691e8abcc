import type { Histogram, Meter } from "@opentelemetry/api";

/** The histograms of a client, in seconds. */
export interface Instruments {
  /** Duration of a request, up to the end of its response body. */
  readonly request: Histogram;
  /** Duration of a call, with all requests and waits. */
  readonly call: Histogram;
  /** Time that a call spends in the queue before its first request. */
  readonly queue: Histogram;
}

// The boundaries that OpenTelemetry's conventions for HTTP metrics recommend.
const explicitBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const seconds = { unit: "s", advice: { explicitBucketBoundaries } };

/** @param prefix prefix of names that OpenTelemetry does not define */
export function createInstruments(meter: Meter, prefix: string): Instruments {
  return {
    request: meter.createHistogram("http.client.request.duration", {
      ...seconds,
      description: "Duration of HTTP client requests.",
    }),
    call: meter.createHistogram(`${prefix}.client.call.duration`, {
      ...seconds,
      description: "Duration of calls, with all of their requests and waits.",
    }),
    queue: meter.createHistogram(`${prefix}.client.queue.duration`, {
      ...seconds,
      description: "Time that calls spend in the queue before their first request.",
    }),
  };
}
