import type { Failures } from "../failures/create-failures.ts";
import { ConcurrencyLimit } from "../limits/concurrency-limit.ts";
import { RateGate } from "../limits/rate-gate.ts";
import { createRetryBudget, type RetryBudget } from "../limits/retry-budget.ts";
import type { Configuration } from "../options/configuration.ts";
import type { ApiDescription } from "../table/api-description.ts";
import { OpenCalls } from "./open-calls.ts";

/** What all calls of a client share. */
export interface Sender {
  readonly api: ApiDescription;
  readonly failures: Failures;
  readonly configuration: Configuration;
  /** Undefined when any number of calls may run at once. */
  readonly places: ConcurrencyLimit | undefined;
  readonly gate: RateGate;
  readonly budget: RetryBudget;
  readonly calls: OpenCalls;
  /** Ids that tell calls apart: of a process, and most likely of several. */
  readonly nextCallId: () => string;
}

/** Makes what all calls of a client share: no call is running, and no retry was spent. */
export function createSender(api: ApiDescription, failures: Failures, configuration: Configuration): Sender {
  const { maxConcurrency } = configuration;
  const places = maxConcurrency === undefined ? undefined : new ConcurrencyLimit(maxConcurrency);
  const shared = { gate: new RateGate(), budget: createRetryBudget(), calls: new OpenCalls() };
  // No randomUUID: browsers have it on https pages only, and it takes longer than the rest of a call's names.
  const prefix = Math.random().toString(36).slice(2, 10);
  let count = 0;
  const nextCallId = () => {
    count += 1;
    return `${prefix}-${count}`;
  };
  return { api, failures, configuration, places, ...shared, nextCallId };
}
