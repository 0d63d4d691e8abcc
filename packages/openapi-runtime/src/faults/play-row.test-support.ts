import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import {
  type CatalogueRow,
  type FaultServer,
  type ReceivedRequest,
  reserveRefusedPort,
  startFaultServer,
} from "@np6/fault-server";
import type { CallRetryOptions } from "../options/call-settings.ts";
import type { Fetch } from "../options/configuration.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import {
  type CallOptions,
  type Ending,
  type Face,
  type FaultMethod,
  makeCall,
} from "./make-call.test-support.ts";
import { startControlTimer } from "./start-control-timer.test-support.ts";
import { runWatched } from "./watch-timers.test-support.ts";

interface Limits {
  attemptTimeoutMs: number;
  deadlineMs: number;
}
type PlayOptions = Limits & { readonly retry: CallRetryOptions };

/** All observations of one call. */
export interface Played {
  readonly row: CatalogueRow;
  readonly method: FaultMethod;
  readonly ending: Ending;
  readonly options: CallOptions;
  /** Names and events of this call's hooks. */
  readonly events: readonly (readonly [name: string, event: object])[];
  /** Requests of this call. */
  readonly requests: readonly ReceivedRequest[];
  /** Milliseconds from the deadline to the end of the call, less the machine's own delay; see `startControlTimer`. */
  readonly overdueMs: number;
  /** Remaining listeners on the caller's signal. */
  readonly listenersLeft: number;
  /** Remaining timers of the client. */
  readonly timersLeft: number;
}

/** Short waits, so that the suite is fast. */
export const quickRetry: CallRetryOptions = { baseDelayMs: 1, maxDelayMs: 2 };

const generous = { attemptTimeoutMs: 15_000, deadlineMs: 20_000 };

/**
 * A call that only time ends gets a short attempt time when it is repeated, and otherwise a short deadline. A call that
 * ends by itself has time to do so on the slowest machine.
 */
function limitsOf(row: CatalogueRow, method: FaultMethod, retry: CallRetryOptions): Limits {
  // A 429 is repeated until the deadline.
  if (isRateLimit(row)) return { ...generous, deadlineMs: 3_500 };
  if (row.endsBy !== "timeout") return generous;
  const repeated = row.expected.repeats[retry.nonIdempotentWhenUnknown ? "GET" : method] === true;
  return repeated ? { ...generous, attemptTimeoutMs: 300 } : { ...generous, deadlineMs: 1_000 };
}

function isRateLimit({ answered, status }: CatalogueRow): boolean {
  return answered && status === 429;
}

/** Plays a row against a client, and waits until the server has finished its exchanges. */
export async function playRow(
  row: CatalogueRow,
  method: FaultMethod,
  face: Face,
  {
    retry = quickRetry,
    fetch,
  }: { readonly retry?: CallRetryOptions; readonly fetch?: Fetch | undefined } = {},
): Promise<Played> {
  const options = { retry, ...limitsOf(row, method, retry) };
  let played = await playWithin(row, method, face, options, fetch);
  // On a busy machine, the deadline may end during a response. The row does not test that, so it is played again.
  while (isRateLimit(row) && wasCut(played) && options.deadlineMs < generous.deadlineMs) {
    options.deadlineMs *= 2;
    played = await playWithin(row, method, face, options, fetch);
  }
  return played;
}

function wasCut({ ending }: Played): boolean {
  return ending.kind === "failure" && ending.failure.kind === "timeout";
}

async function playWithin(
  row: CatalogueRow,
  method: FaultMethod,
  face: Face,
  options: PlayOptions,
  fetch: Fetch | undefined,
): Promise<Played> {
  const server = await startFaultServer();
  const refused = row.address === "refused" ? await reserveRefusedPort() : undefined;
  try {
    return await play(row, method, face, options, fetch, server, refused?.url);
  } finally {
    await server.close();
    await refused?.close();
  }
}

async function play(
  row: CatalogueRow,
  method: FaultMethod,
  face: Face,
  { retry, ...limits }: PlayOptions,
  fetch: Fetch | undefined,
  server: FaultServer,
  refusedUrl: string | undefined,
): Promise<Played> {
  const script = row.script();
  if (script.length > 0) server.script(script);
  const events: [string, object][] = [];
  const on = Object.fromEntries(
    ["request", "response", "retry", "failure"].map((name) => [
      name,
      (event: object) => events.push([name, event]),
    ]),
  );
  const ownUrl = server.url.replace(/^http/, row.address === "https" ? "https" : "http");
  const baseUrl = refusedUrl ?? (row.address === "unresolvable" ? "https://np6.invalid" : ownUrl);
  const client = exampleClient({ baseUrl, on, fetch, maxResponseBytes: 2 ** 20 });
  const controller = new AbortController();
  const { signal } = controller;
  for (let call = 0; call < row.warmUpCalls; call += 1) {
    const warm = await makeCall(client, method, face, { signal, retry: {}, ...generous });
    if (warm.kind !== "data") throw new Error(`the warm-up failed: ${JSON.stringify(warm)}`);
    // Node's fetch frees the connection only in the next turn of the event loop.
    await setImmediate();
  }
  events.length = 0;
  const options = { signal, retry, ...limits };
  const control = startControlTimer(options.deadlineMs);
  const { result, timers } = runWatched(() => makeCall(client, method, face, options));
  const ending = await result;
  const overdueMs = control.overdueMs();
  control.stop();
  const listenersLeft = getEventListeners(signal, "abort").length;
  const timersLeft = timers.size;
  // I9: no socket is in flight afterwards, except a handshake that the platform keeps.
  if (!row.expected.platformMayKeepSocket) {
    await server.until(({ exchangesInProgress }) => exchangesInProgress === 0);
  }
  const requests = server.requests.slice(row.warmUpCalls);
  return { row, method, ending, options, events, requests, overdueMs, listenersLeft, timersLeft };
}
