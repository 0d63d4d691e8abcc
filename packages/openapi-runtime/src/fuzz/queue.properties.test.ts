import { cutAnswer, type Fault, headerValues, respond, startFaultServer } from "@np6/fault-server";
import * as fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { exampleFailures } from "../testing/example-failures.test-support.ts";
import { fuzzSettings } from "./fuzz-settings.test-support.ts";

const { isFailure } = exampleFailures;

const server = await startFaultServer();
afterAll(() => server.close());

const json = [["Content-Type", "application/json"]] as const;
const faults = {
  good: respond({ status: 200, headers: json, body: '{"done":true}' }),
  refused: respond({ status: 400, headers: json, body: "{}" }),
  limited: respond({ status: 429, headers: [["Retry-After", "0"]] }),
  broken: respond({ status: 500, headers: json, body: "{}" }),
  reset: cutAnswer({ status: 200, body: "{}" }, "before-any-byte", "reset"),
  silent: cutAnswer({ status: 200, body: "{}" }, "before-any-byte", "hang"),
};

const call = fc.record({
  behaviour: fc.constantFrom(...(Object.keys(faults) as (keyof typeof faults)[])),
  latencyMs: fc.integer({ min: 0, max: 40 }),
  abortAfterMs: fc.option(fc.integer({ min: 0, max: 150 }), { nil: undefined }),
});
const scenario = fc.record({
  maxConcurrency: fc.integer({ min: 1, max: 6 }),
  attemptTimeoutMs: fc.integer({ min: 20, max: 200 }),
  deadlineMs: fc.integer({ min: 20, max: 400 }),
  queueTimeoutMs: fc.integer({ min: 1, max: 400 }),
  calls: fc.array(call, { minLength: 1, maxLength: 30 }),
});

let runs = 0;
const { numRuns, seed } = fuzzSettings();
// A run makes many calls, so there are fewer runs.
const lineRuns = Math.ceil(numRuns / 20);

test(`what calls in line say fits the server's ledger (NP6_FUZZ_RUNS=${numRuns} NP6_FUZZ_SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ calls, ...options }) => {
      runs += 1;
      const run = runs;
      const before = server.exchangesInProgress;
      const received = calls.map(() => 0);
      const executed = calls.map(() => 0);
      let most = 0;
      server.script((request): Fault => {
        const [ofRun, index] = (headerValues(request, "X-Call")[0] ?? "").split("/").map(Number);
        const made = ofRun === run ? calls[index ?? -1] : undefined;
        if (made === undefined || index === undefined) return faults.refused;
        received[index] = (received[index] ?? 0) + 1;
        if (!["refused", "limited"].includes(made.behaviour)) executed[index] = (executed[index] ?? 0) + 1;
        most = Math.max(most, server.exchangesInProgress - before);
        const fault = faults[made.behaviour];
        return { ...fault, steps: [{ step: "pause", milliseconds: made.latencyMs }, ...fault.steps] };
      });
      const { byOperation } = exampleClient({ baseUrl: server.url, ...options });
      const outcomes = await Promise.all(
        calls.map(async ({ abortAfterMs }, index) => {
          const abort = new AbortController();
          const timer =
            abortAfterMs === undefined ? undefined : setTimeout(() => abort.abort(), abortAfterMs);
          const init = { signal: abort.signal, headers: { "X-Call": `${run}/${index}` } };
          try {
            await byOperation.runThing({ path: { id: 1 }, ...init });
            return undefined;
          } catch (failure) {
            return failure;
          } finally {
            clearTimeout(timer);
          }
        }),
      );
      await server.until(({ exchangesInProgress }) => exchangesInProgress <= before);
      expect(most, "no more in flight than places").toBeLessThanOrEqual(options.maxConcurrency);
      outcomes.forEach((failure, index) => {
        const ran = executed[index] ?? 0;
        expect(ran, "nothing is executed twice").toBeLessThanOrEqual(1);
        if (failure === undefined) {
          expect(ran, "a success was executed").toBe(1);
          return;
        }
        if (!isFailure(failure)) throw failure;
        expect(received[index], "no more was received than was sent").toBeLessThanOrEqual(failure.attempts);
        if (failure.outcomeUnknown) expect(failure.attempts, "what may have run was sent").toBeGreaterThan(0);
        else expect(ran, "what did not run was not executed").toBe(0);
      });
    }),
    { numRuns: lineRuns, seed },
  );
});
