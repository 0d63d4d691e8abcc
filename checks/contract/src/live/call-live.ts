import { createClient, type Fetch } from "@np6/api-client";
import { callOperation } from "../exchanges/call-operation.ts";
import type { Exchange } from "../exchanges/recording-proxy.ts";
import { type Difference, findDifferences } from "./find-differences.ts";
import type { LiveCall, LiveSettings } from "./live-settings.ts";
import { removeKey } from "./remove-key.ts";

/** The result of one call. */
export interface LiveResult {
  readonly operationId: string;
  /** Undefined without a response. */
  readonly status: number | undefined;
  readonly milliseconds: number;
  /** Whether it failed but may have run: check before calling again. */
  readonly outcomeUnknown: boolean;
  readonly differences: readonly Difference[];
}

/**
 * Makes a function that calls through the real client, without retries and redirects.
 *
 * @throws Np6Failure of the kind `configuration` when the client refuses the base URL or the key; nothing is sent then
 */
export function liveCaller({ baseUrl, apiKey }: LiveSettings): (call: LiveCall) => Promise<LiveResult> {
  let answer: Exchange["response"] | undefined;
  const recordingFetch: Fetch = async (url, init) => {
    const response = await fetch(url, init);
    const copy = response.clone();
    // Removes the key from everything that the server may echo.
    const headers = [...copy.headers].map(([name, value]) => [name, removeKey(value, apiKey)] as const);
    const body = removeKey(await copy.text(), apiKey);
    answer = { status: response.status, headers: Object.fromEntries(headers), body };
    return response;
  };
  // `allowRealApi`, because a live run explicitly names address and operations.
  const client = createClient({ apiKey, baseUrl, allowRealApi: true, retry: false, fetch: recordingFetch });
  return async ({ operation, path, body }) => {
    answer = undefined;
    const start = performance.now();
    const { failure } = await callOperation(
      client,
      { ...operation, pathParameters: path },
      "operation method",
      { body },
    );
    const milliseconds = Math.round(performance.now() - start);
    const seen = answer as Exchange["response"] | undefined;
    const differences = seen === undefined ? [] : findDifferences(operation, seen);
    // Errors are documented; any other failure without a difference deserves attention.
    if (
      failure !== undefined &&
      differences.length === 0 &&
      !["http", "rate-limited"].includes(failure.kind)
    ) {
      differences.push({ kind: seen === undefined ? "no answer" : "client", message: failure.message });
    }
    const { operationId } = operation;
    return {
      operationId,
      status: seen?.status,
      milliseconds,
      outcomeUnknown: failure?.outcomeUnknown ?? false,
      differences,
    };
  };
}
