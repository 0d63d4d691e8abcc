import type { Operation } from "../api/read-specification.ts";
import type { ScenarioDefinition } from "./scenario-definition.ts";

/** Finds the header with this ending among those that the document declares for the 429. */
function headerName(operation: Operation, ending: RegExp): string | undefined {
  return operation.responses["429"]?.headerNames.find(
    (name) => /rate-?limit/i.test(name) && ending.test(name),
  );
}

/**
 * Makes the scenario of a rate limit: `limit` requests pass, counted down. Further ones get 429 with Retry-After, until
 * that time is over. Its clock starts with the first refusal. The header with the end of the limit keeps the document's
 * value, because its unit is undocumented.
 */
export function rateLimitScenario(
  operations: readonly Operation[],
  now: () => number = () => performance.now(),
): ScenarioDefinition {
  return {
    name: "rate-limit",
    description:
      "The account has `limit` requests, which headers count down; then 429 with Retry-After, for `retryAfter` seconds.",
    group: "outcome",
    operationIds: operations
      .filter(({ responses }) => Object.hasOwn(responses, "429"))
      .map(({ operationId }) => operationId),
    defaults: { limit: 3, retryAfter: 1 },
    start: ({ number }) => {
      const [limit, retryAfter] = [number("limit"), number("retryAfter")];
      let remaining = limit;
      let refusedUntil: number | undefined;
      return ({ operation }) => {
        if (refusedUntil !== undefined && now() >= refusedUntil) {
          refusedUntil = undefined;
          remaining = limit;
        }
        const refused = remaining === 0;
        if (refused) refusedUntil ??= now() + retryAfter * 1000;
        else remaining -= 1;
        const counters = [
          [headerName(operation, /limit$/i), String(limit)],
          [headerName(operation, /remaining$/i), String(remaining)],
        ].filter(([name]) => name !== undefined);
        const headers = Object.fromEntries(counters.map(([name, value]) => [name?.toLowerCase(), value]));
        return refused
          ? {
              refuse: { status: 429, empty: false },
              headers: { ...headers, "retry-after": String(retryAfter) },
            }
          : { headers };
      };
    },
  };
}
