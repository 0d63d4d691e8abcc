import { requestHeaders, workload } from "../workload.ts";
import type { Contender, Fetch } from "./contender.ts";

async function execute(
  url: string,
  fetch: Fetch,
  body: unknown,
  signal: AbortSignal | null,
): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: requestHeaders,
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}

/** What somebody writes who needs this one call and trusts that all goes well. Everything is a ratio to it. */
export const rawFetch: Contender = {
  name: "raw fetch",
  prepare:
    (baseUrl, fetch = globalThis.fetch) =>
    (body = workload.body) =>
      execute(`${baseUrl}${workload.path}`, fetch, body, null),
};

/** The same, by somebody who has once waited for an answer that never came: what a time limit costs on this platform, whoever sets it. */
export const rawFetchWithTimeout: Contender = {
  name: "raw fetch with a timeout",
  prepare:
    (baseUrl, fetch = globalThis.fetch) =>
    async (body = workload.body) => {
      const controller = new AbortController();
      const timer = setTimeout(() => controller.abort(), 30_000);
      try {
        return await execute(`${baseUrl}${workload.path}`, fetch, body, controller.signal);
      } finally {
        clearTimeout(timer);
      }
    },
};
