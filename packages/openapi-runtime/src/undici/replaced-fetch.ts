import { AsyncLocalStorage } from "node:async_hooks";
import type { Fetch } from "../options/configuration.ts";

/** In the source of Node's own `fetch`, of every version from 20 to 26. */
const sourceOfNodesFetch = "internal/deps/undici/undici";

let judged: { readonly fetch: unknown; readonly isNodes: boolean } = { fetch: undefined, isNodes: false };

/** Fetches that `createUndiciFetch` made: one of them may be the process's fetch. */
const ours = new WeakSet<object>();

/** Set while the process's fetch is asked: it may end in a fetch of ours, which then has to send. */
const asking = new AsyncLocalStorage<true>();

/** Takes note that a fetch is one of ours. */
export function rememberOurs(fetch: Fetch): void {
  ours.add(fetch);
}

/**
 * The process's fetch, when somebody replaced Node's: a stub, MSW, nock, a tracer, a framework. What is not recognised counts as
 * replaced, so that a block never fails to hold.
 * @param undicisFetch - `fetch` of undici, which `install()` of undici puts there
 */
export function replacedFetch(undicisFetch: unknown): Fetch | undefined {
  const fetch: unknown = globalThis.fetch;
  if (typeof fetch !== "function" || fetch === undicisFetch || ours.has(fetch)) return undefined;
  if (judged.fetch !== fetch) {
    judged = { fetch, isNodes: Function.prototype.toString.call(fetch).includes(sourceOfNodesFetch) };
  }
  if (judged.isNodes || asking.getStore() === true) return undefined;
  return (url, init) => asking.run(true, () => fetch(url, init));
}
