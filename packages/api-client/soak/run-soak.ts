import { setTimeout } from "node:timers/promises";
import { inspect } from "node:util";
import { startOtherOrigin, startSoakServer } from "@np6/fault-server";
import type * as Package from "../src/index.ts";
import { type HeapSample, heapSlope, sampleHeap } from "./heap-slope.ts";
import type { SoakReport } from "./soak-report.ts";
import type { SoakSettings } from "./soak-settings.ts";

/** The package as published. */
const { createClient, isNp6Error }: typeof Package = await import(import.meta.resolve("@np6/api-client"));

const key = "Soak-key-5d1f0c6be2a94f7e";
const concurrency = 16;
const mediaType = "application/vnd.np6.cm.workflow-v4";

/** The client's claim about a call. One byte per call, so that the soak's own memory does not look like a leak. */
const said = { nothing: 0, success: 1, didNotRun: 2, unknown: 3 } as const;

/**
 * Sends calls with unique ids for some seconds, and compares the client's claims with the server's ledger.
 * @param options.fetch - default: the platform's; for tests that show that the soak can fail
 */
export async function runSoak(
  settings: SoakSettings,
  options: { readonly fetch?: Package.Fetch } = {},
): Promise<SoakReport> {
  const otherOrigin = await startOtherOrigin();
  const server = await startSoakServer({
    seed: settings.seed,
    faultRate: settings.faultRate,
    contentType: mediaType,
    json: '{"type":"success"}',
    otherOrigin: otherOrigin.url,
  });
  const outcomes = new Map<string, number>();
  const untyped: string[] = [];
  const unhandled: string[] = [];
  const samples: HeapSample[] = [];
  let keyLeaks = 0;
  let calls = 0;
  let settled = 0;
  let sayings = new Uint8Array(1024);
  const searchKey = (text: string): void => {
    if (text.includes(key)) keyLeaks += 1;
  };
  const hear = (event: unknown): void => searchKey(JSON.stringify(event));
  const onUnhandled = (event: unknown): void => {
    if (unhandled.length < 20) unhandled.push(inspect(event));
  };
  const unhandledEvents = ["unhandledRejection", "uncaughtException", "warning"] as const;
  for (const event of unhandledEvents) process.on(event, onUnhandled);

  const np6 = createClient({
    apiKey: key,
    baseUrl: server.url,
    fetch: options.fetch,
    retry: { baseDelayMs: 5, maxDelayMs: 50 },
    attemptTimeoutMs: 500,
    deadlineMs: 3_000,
    on: { request: hear, response: hear, retry: hear, failure: hear },
  });

  async function callOnce(): Promise<void> {
    const number = calls;
    calls += 1;
    if (number >= sayings.length) {
      const larger = new Uint8Array(sayings.length * 2);
      larger.set(sayings);
      sayings = larger;
    }
    const controller = new AbortController();
    const isAborted = number % 20 === settings.seed % 20;
    const timer = isAborted ? globalThis.setTimeout(() => controller.abort(), number % 25) : undefined;
    let outcome: string;
    try {
      await np6.executeWorkflow({
        path: { id: 42 },
        body: { id: `${number}`, receiver: { type: "id", value: "000A1B2C" } },
        signal: controller.signal,
      });
      sayings[number] = said.success;
      outcome = "success";
    } catch (error) {
      searchKey(`${inspect(error, { depth: 12, showHidden: true })}${JSON.stringify(error)}${String(error)}`);
      if (isNp6Error(error)) {
        sayings[number] = error.outcomeUnknown ? said.unknown : said.didNotRun;
        outcome = `${error.kind}${error.outcomeUnknown ? ", outcome unknown" : ""}`;
      } else {
        outcome = "untyped";
        if (untyped.length < 20) untyped.push(inspect(error));
      }
    } finally {
      clearTimeout(timer);
    }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    settled += 1;
  }

  try {
    const endsAt = performance.now() + settings.seconds * 1_000;
    const isRunning = () => performance.now() < endsAt;
    const workers = Array.from({ length: concurrency }, async () => {
      while (isRunning()) await callOnce();
    });
    const watching = (async () => {
      while (isRunning()) {
        await setTimeout(1_000);
        samples.push(sampleHeap(settled));
      }
    })();
    await Promise.all([...workers, watching]);
    // The last aborted requests are still on their way to the server.
    await setTimeout(250);
    const ledger = await server.ledger();
    const idsThat = (saying: number, executed: boolean) =>
      Array.from({ length: calls }, (_, number) => number).filter(
        (number) => sayings[number] === saying && (ledger.entries[number]?.processed ?? 0) > 0 === executed,
      ).length;
    return {
      settings,
      calls,
      settled,
      outcomes: Object.fromEntries([...outcomes].sort(([one], [other]) => one.localeCompare(other))),
      requests: ledger.requests,
      faults: Object.entries(ledger.faults).reduce(
        (sum, [name, count]) => (name === "200" ? sum : sum + count),
        0,
      ),
      processedTwice: ledger.processedTwice.length,
      sentAgain: ledger.sentAgain.length,
      succeededUnprocessed: idsThat(said.success, false),
      deniedProcessed: idsThat(said.didNotRun, true),
      untyped,
      keyLeaks,
      strangers: otherOrigin.connections,
      malformed: ledger.malformed.length + ledger.withoutId,
      unhandled,
      exchangesInProgress: ledger.exchangesInProgress,
      openSockets: ledger.openSockets,
      heapSlope: heapSlope(samples),
      heapMegabytes: (samples.at(-1)?.bytes ?? 0) / 2 ** 20,
    };
  } finally {
    for (const event of unhandledEvents) process.off(event, onUnhandled);
    await Promise.all([server.close(), otherOrigin.close()]);
  }
}
