import type { Dispatcher } from "undici";
import { Refusal } from "../failures/refusal.ts";

/**
 * Refuses a value that is not a dispatcher of undici 7 or 8. A request by it would look like a failed connection.
 * @throws Refusal that states the rule
 */
export function checkDispatcher(dispatcher: unknown): asserts dispatcher is Dispatcher {
  const { dispatch, close, destroy } = Object(dispatcher) as Record<string, unknown>;
  const isDispatcher = [dispatch, close, destroy].every((method) => typeof method === "function");
  if (isDispatcher && !isOfUndici6(dispatcher as Dispatcher)) return;
  throw new Refusal(
    "createUndiciFetch: `dispatcher` must be a dispatcher of undici 7 or 8, such as `new Agent()`, `new ProxyAgent(url)` or " +
      "`new MockAgent()`; not an Agent of node:http or of an older undici.",
  );
}

/** Whether a dispatcher is of undici 6 or older, with different handlers. Version 7 removed `interceptors`. */
export function isOfUndici6(dispatcher: object): boolean {
  return "interceptors" in dispatcher;
}
