import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { type FaultServer, headerValues, type ReceivedRequest } from "@np6/fault-server";
import type { Fetch } from "../options/configuration.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import type { CallEvent, Hooks } from "../watching/hooks.ts";
import type { AbortMoment, Scenario } from "./scenario.test-support.ts";

/** Observations of a call after its end. */
export interface ScenarioRun {
  readonly scenario: Scenario;
  /** Result of the call; a returned and a thrown failure count as equal. */
  readonly outcome: { readonly data: unknown } | { readonly failure: unknown };
  readonly elapsedMs: number;
  /** All events of the hooks. */
  readonly events: readonly HeardEvent[];
  /** Requests that the server received. */
  readonly requests: readonly ReceivedRequest[];
  /** Exchanges that are still open at the server, 2 seconds after the call. */
  readonly inFlight: number;
  /** Remaining listeners on the caller's signal. */
  readonly listeners: number;
}

/** A hook and its event. */
export interface HeardEvent {
  readonly hook: keyof Hooks;
  readonly event: CallEvent & { readonly status?: number | undefined };
}

/** Number of the run, which distinguishes its requests from those of earlier runs. */
let runs = 0;

/** Makes the scenario's call against the server, and waits until the server has finished. */
export async function runScenario(
  scenario: Scenario,
  server: FaultServer,
  fetch?: Fetch,
): Promise<ScenarioRun> {
  const { attemptTimeoutMs, deadlineMs, maxResponseBytes, maxAttempts, nonIdempotentOn503 } = scenario;
  const before = server.requests.length;
  const stuckBefore = server.exchangesInProgress;
  // An aborted request may reach the server during the next call; the number attributes it.
  runs += 1;
  const run = `${runs}`;
  server.script(scenario.faults.map((fault, index) => ({ ...fault, name: `${index}: ${fault.name}` })));
  const events: HeardEvent[] = [];
  const abort = prepareAbort(scenario.abort);
  const hear =
    (hook: keyof Hooks) =>
    (event: HeardEvent["event"]): void => {
      events.push({ hook, event });
      abort.reached(hook);
    };
  const client = exampleClient({
    baseUrl: server.url,
    fetch,
    retry: { maxAttempts, baseDelayMs: 2, maxDelayMs: 4, nonIdempotentOn503 },
    attemptTimeoutMs,
    deadlineMs,
    maxResponseBytes,
    on: {
      request: hear("request"),
      response: hear("response"),
      retry: hear("retry"),
      failure: hear("failure"),
    },
  });
  const startedAt = performance.now();
  const outcome = await call(client, scenario, abort.signal, run).then(
    (data) => ({ data }),
    (failure: unknown) => ({ failure }),
  );
  const elapsedMs = performance.now() - startedAt;
  abort.release();
  // The last write before an abort may still be on its way.
  await setImmediate();
  await server.until(({ exchangesInProgress }) => exchangesInProgress <= stuckBefore, 10_000).catch(() => {});
  const inFlight = server.exchangesInProgress - stuckBefore;
  const requests = server.requests
    .slice(before)
    .filter((request) => headerValues(request, "X-Run").includes(run));
  return {
    scenario,
    outcome,
    elapsedMs,
    events,
    requests,
    inFlight,
    listeners: getEventListeners(abort.signal, "abort").length,
  };
}

async function call(
  { byOperation, byPath }: ReturnType<typeof exampleClient>,
  { operationId, face, nonIdempotentWhenUnknown }: Scenario,
  signal: AbortSignal,
  run: string,
): Promise<unknown> {
  const init = { signal, headers: { "X-Run": run }, retry: { nonIdempotentWhenUnknown } };
  const path = { id: 7 };
  const body = { name: "a thing" };
  if (face === "by-operation") {
    switch (operationId) {
      case "listThings":
        return await byOperation.listThings(init);
      case "createThing":
        return await byOperation.createThing({ ...init, body });
      case "runThing":
        return await byOperation.runThing({ ...init, path });
      case "deleteThing":
        return await byOperation.deleteThing({ ...init, path });
    }
  }
  const { data, error } = await callByPath();
  if (error !== undefined) throw error;
  return data;

  function callByPath(): Promise<{ readonly data?: unknown; readonly error?: unknown }> {
    switch (operationId) {
      case "listThings":
        return byPath.GET("/things", init);
      case "createThing":
        return byPath.POST("/things", { ...init, body });
      case "runThing":
        return byPath.POST("/things/{id}/run", { ...init, params: { path } });
      case "deleteThing":
        return byPath.DELETE("/things/{id}", { ...init, params: { path } });
    }
  }
}

function prepareAbort(moment: AbortMoment) {
  const controller = new AbortController();
  if (moment.at === "before") controller.abort();
  const timer = moment.at === "time" ? setTimeout(() => controller.abort(), moment.milliseconds) : undefined;
  return {
    signal: controller.signal,
    reached: (name: string) => {
      if (name === moment.at) controller.abort();
    },
    release: () => clearTimeout(timer),
  };
}
