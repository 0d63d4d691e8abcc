import type { Dispatcher } from "undici";
import { Refusal } from "../failures/refusal.ts";

/**
 * Refuses what is no dispatcher of undici 7 or 8: found out at the first request, it would look like a connection that failed.
 * @throws Refusal that says what is expected
 */
export function checkDispatcher(dispatcher: unknown): asserts dispatcher is Dispatcher {
  const { dispatch, close, destroy } = Object(dispatcher) as Record<string, unknown>;
  const isDispatcher = [dispatch, close, destroy].every((method) => typeof method === "function");
  if (isDispatcher && !isOfUndici6(dispatcher as Dispatcher)) return;
  throw new Refusal(
    "createUndiciFetch: `dispatcher` must be a dispatcher of undici 7 or 8, such as `new Agent()`, `new ProxyAgent(url)` or " +
      "`new MockAgent()`; an Agent of node:http, or of an older undici, is none.",
  );
}

/** Dispatchers up to undici 6 take other handlers. They have `interceptors`, which version 7 removed. */
export function isOfUndici6(dispatcher: object): boolean {
  return "interceptors" in dispatcher;
}
