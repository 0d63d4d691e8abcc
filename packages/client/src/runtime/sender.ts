import type { ApiDescription } from "./api-description.ts";
import { type ConcurrencyLimit, createConcurrencyLimit } from "./concurrency-limit.ts";
import type { Configuration } from "./configuration.ts";
import { createRetryBudget, type RetryBudget } from "./retry-budget.ts";

/** What all calls of a client share. */
export interface Sender {
  readonly api: ApiDescription;
  readonly configuration: Configuration;
  /** Undefined when any number of calls may run at once. */
  readonly places: ConcurrencyLimit | undefined;
  readonly budget: RetryBudget;
}

/** Makes what all calls of a client share: no call is running, and no retry was spent. */
export function createSender(api: ApiDescription, configuration: Configuration): Sender {
  const { maxConcurrency } = configuration;
  const places = maxConcurrency === undefined ? undefined : createConcurrencyLimit(maxConcurrency);
  return { api, configuration, places, budget: createRetryBudget() };
}
