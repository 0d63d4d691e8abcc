import type { Failures } from "../failures/create-failures.ts";
import { ConcurrencyLimit } from "../limits/concurrency-limit.ts";
import { RateGate } from "../limits/rate-gate.ts";
import { createRetryBudget, type RetryBudget } from "../limits/retry-budget.ts";
import type { Configuration } from "../options/configuration.ts";
import type { ApiDescription } from "../table/api-description.ts";
import { OpenCalls } from "./open-calls.ts";

/** Objects that all calls of a client share. */
export interface Sender {
  readonly api: ApiDescription;
  readonly failures: Failures;
  readonly configuration: Configuration;
  /** Undefined when the number of concurrent calls is unlimited. */
  readonly slots: ConcurrencyLimit | undefined;
  readonly gate: RateGate;
  readonly budget: RetryBudget;
  readonly calls: OpenCalls;
  /** Makes ids that distinguish the calls of a process, and very probably those of several. */
  readonly nextCallId: () => string;
}

/** Makes the objects that all calls of a client share, with no call running and no retry used. */
export function createSender(api: ApiDescription, failures: Failures, configuration: Configuration): Sender {
  const { maxConcurrency } = configuration;
  const slots = maxConcurrency === undefined ? undefined : new ConcurrencyLimit(maxConcurrency);
  const shared = { gate: new RateGate(), budget: createRetryBudget(), calls: new OpenCalls() };
  // Not randomUUID: browsers have it only on https pages, and it is slower than all other parts of a call's names.
  const prefix = Math.random().toString(36).slice(2, 10);
  let count = 0;
  const nextCallId = () => {
    count += 1;
    return `${prefix}-${count}`;
  };
  return { api, failures, configuration, slots, ...shared, nextCallId };
}
