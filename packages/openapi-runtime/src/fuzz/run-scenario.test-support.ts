import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { type FaultServer, headerValues, type ReceivedRequest } from "@np6/fault-server";
import type { Fetch } from "../options/configuration.ts";
import { exampleClient } from "../testing/example-client.test-support.ts";
import type { CallEvent, Hooks } from "../watching/hooks.ts";
import type { AbortMoment, Scenario } from "./scenario.test-support.ts";

/** What is known of a call after it has ended. */
export interface ScenarioRun {
  readonly scenario: Scenario;
  /** How it ended. A failure that was returned and one that was thrown are the same here. */
  readonly outcome: { readonly data: unknown } | { readonly failure: unknown };
  readonly elapsedMs: number;
  /** Everything that the hooks were told. */
  readonly events: readonly HeardEvent[];
  /** What the server received. */
  readonly requests: readonly ReceivedRequest[];
  /** Exchanges that the server still sees under way, 2 seconds after the call. */
  readonly inFlight: number;
  /** Listeners that are left on the caller's signal. */
  readonly listeners: number;
}

/** What a hook was told. */
export interface HeardEvent {
  readonly hook: keyof Hooks;
  readonly event: CallEvent & { readonly status?: number | undefined };
}

/** Numbers the runs, so that each request can be told from those of the runs before it. */
let runs = 0;

/** Makes the scenario's call against the server, and waits until the server has nothing left to do. */
export async function runScenario(
  scenario: Scenario,
  server: FaultServer,
  fetch?: Fetch,
): Promise<ScenarioRun> {
  const { attemptTimeoutMs, deadlineMs, maxResponseBytes, maxAttempts, nonIdempotentOn503 } = scenario;
  const before = server.requests.length;
  const stuckBefore = server.exchangesInProgress;
  // A request that was aborted may reach the server when the next call is under way; this tells whose it is.
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
  // What was written last before an abort is still on its way.
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
