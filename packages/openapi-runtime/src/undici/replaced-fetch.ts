import { AsyncLocalStorage } from "node:async_hooks";
import type { Fetch } from "../options/configuration.ts";

/** Text in the source of Node's own `fetch`, in every version from 20 to 26. */
const sourceOfNodesFetch = "internal/deps/undici/undici";

let judged: { readonly fetch: unknown; readonly isNodes: boolean } = { fetch: undefined, isNodes: false };

/** Fetches made by `createUndiciFetch`: one of them may be the process's fetch. */
const ours = new WeakSet<object>();

/** Set while the process's fetch runs: it may call a fetch of ours, which then has to send. */
const asking = new AsyncLocalStorage<true>();

/** Records a fetch as ours. */
export function rememberOurs(fetch: Fetch): void {
  ours.add(fetch);
}

/**
 * Returns the process's fetch if it replaced Node's: a stub, MSW, nock, a tracer, a framework. An unrecognised fetch
 * counts as a replacement, so that a block of the network is never bypassed.
 * @param undicisFetch - `fetch` of undici, which undici's `install()` sets
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
