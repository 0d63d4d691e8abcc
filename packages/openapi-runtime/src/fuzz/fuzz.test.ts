import { cutAnswer, respond, startFaultServer, startOtherOrigin } from "@np6/fault-server";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleKey } from "../testing/example-client.test-support.ts";
import { checkInvariants, type SeenMeanwhile } from "./check-invariants.test-support.ts";
import { fuzzSettings } from "./fuzz-settings.test-support.ts";
import { keptScenarios } from "./kept-scenarios.test-support.ts";
import { runScenario } from "./run-scenario.test-support.ts";
import type { Scenario } from "./scenario.test-support.ts";
import { scenarioArbitrary } from "./scenario-arbitrary.test-support.ts";

const server = await startFaultServer();
const otherOrigin = await startOtherOrigin();
const unhandled: unknown[] = [];
const events = ["unhandledRejection", "uncaughtException", "warning"] as const;
const remember = (event: unknown): void => {
  unhandled.push(event);
};

let strangersBefore = 0;

/** Returns the events since the last call of this function, so that each is attributed to one call. */
function seenMeanwhile(): SeenMeanwhile {
  const strangers = otherOrigin.connections - strangersBefore;
  strangersBefore = otherOrigin.connections;
  return { strangers, unhandled: unhandled.splice(0) };
}

beforeAll(() => {
  for (const event of events) process.on(event, remember);
});
afterAll(async () => {
  for (const event of events) process.off(event, remember);
  await Promise.all([server.close(), otherOrigin.close()]);
});

const calm: Scenario = {
  operationId: "runThing",
  face: "by-operation",
  maxAttempts: 3,
  nonIdempotentOn503: false,
  nonIdempotentWhenUnknown: false,
  attemptTimeoutMs: 10_000,
  deadlineMs: 10_000,
  maxResponseBytes: 65_536,
  abort: { at: "never" },
  faults: [respond({ status: 200, headers: [["Content-Type", "application/json"]], body: '{"done":true}' })],
};

const names = {
  operationId: "runThing",
  method: "POST",
  path: "/things/{id}/run",
  callId: "a-1",
  context: undefined,
  attempt: 1,
};

const { numRuns, seed } = fuzzSettings();

test(`whatever a server answers, the invariants hold (NP6_FUZZ_RUNS=${numRuns} NP6_FUZZ_SEED=${seed})`, {
  timeout: 60_000 + numRuns * 500,
}, async () => {
  const details = await fc.check(
    fc.asyncProperty(scenarioArbitrary(otherOrigin.url), async (scenario) => {
      checkInvariants(await runScenario(scenario, server), seenMeanwhile());
    }),
    { numRuns, seed },
  );
  if (!details.failed) return;
  const found = JSON.stringify(details.counterexample?.[0]);
  throw new Error(
    `Found after ${details.numRuns} runs. Run again with NP6_FUZZ_SEED=${seed} NP6_FUZZ_RUNS=${numRuns}, ` +
      `and keep it in kept-scenarios.test-support.ts:\n${found}`,
    { cause: details.errorInstance },
  );
});

test.each(keptScenarios)("once found, now held: $because", async ({ scenario }) => {
  checkInvariants(await runScenario({ ...calm, ...scenario }, server), seenMeanwhile());
});

describe("the checks can fail", () => {
  const check = async (scenario: Partial<Scenario>, fetch?: typeof globalThis.fetch) =>
    checkInvariants(await runScenario({ ...calm, ...scenario }, server, fetch), seenMeanwhile());

  test("they pass a good answer", async () => {
    await check({});
  });

  test("they see a fetch that sends everything twice", async () => {
    const twice: typeof fetch = async (...request) => {
      const first = await fetch(...request);
      await first.arrayBuffer();
      return await fetch(...request);
    };
    await expect(check({}, twice)).rejects.toThrow("sent again after answer 200");
  });

  test("they see a key that shows", async () => {
    const run = await runScenario(calm, server);
    const failure = new Error("no", { cause: new Error(`X-Key: ${exampleKey}`) });
    expect(() => checkInvariants({ ...run, outcome: { failure } }, seenMeanwhile())).toThrow(
      "not to contain",
    );
    expect(() =>
      checkInvariants(
        { ...run, events: [{ hook: "request", event: { ...names, path: exampleKey } }] },
        seenMeanwhile(),
      ),
    ).toThrow("not to contain");
  });

  test("they see a failure that is none of ours", async () => {
    const run = await runScenario(calm, server);
    const outcome = { failure: new Error("no") };
    expect(() => checkInvariants({ ...run, outcome }, seenMeanwhile())).toThrow("none of ours");
  });

  test("they see a success that no server gave", async () => {
    const inventive: typeof fetch = async () =>
      new Response("{}", { headers: { "content-type": "application/json" } });
    await expect(check({}, inventive)).rejects.toThrow("a success without a request");
  });

  test("they see a repeat that comes too early", async () => {
    const impatient: typeof fetch = async (...request) => {
      const { status } = await fetch(...request);
      return new Response(null, { status });
    };
    const faults = [respond({ status: 429, headers: [["Retry-After", "3"]] })];
    await check({ faults, deadlineMs: 1_000 });
    await expect(check({ faults, deadlineMs: 1_000 }, impatient)).rejects.toThrow("waits as long as asked");
  });

  test("they see a listener that is left behind", async () => {
    const run = await runScenario(calm, server);
    expect(() => checkInvariants({ ...run, listeners: 1 }, seenMeanwhile())).toThrow("no listener");
  });

  test("they see a refusal that is taken for a success", async () => {
    const flattering: typeof fetch = async (...request) => {
      await fetch(...request);
      return new Response("{}", { headers: { "content-type": "application/json" } });
    };
    await expect(check({ faults: [respond({ status: 409 })] }, flattering)).rejects.toThrow("a success of");
  });

  test("they see a connection that broke and is taken for a refusal", async () => {
    const appeasing: typeof fetch = async (...request) => {
      await fetch(...request).catch(() => undefined);
      return new Response(null, { status: 409 });
    };
    const ok = { status: 200, body: "{}" };
    const faults = [cutAnswer(ok, "before-any-byte", "reset")];
    await expect(check({ faults }, appeasing)).rejects.toThrow("did not run");
  });

  test("they see a redirect that is followed", async () => {
    const obedient: typeof fetch = (url, init) => fetch(url, { ...init, redirect: "follow" });
    const faults = [respond({ status: 307, headers: [["Location", otherOrigin.url]] })];
    await expect(check({ faults }, obedient)).rejects.toThrow("nobody connects");
    await check({ faults });
  });

  test("they see what is left unhandled", async () => {
    const run = await runScenario(calm, server);
    expect(() => checkInvariants(run, { strangers: 0, unhandled: [new Error("a rejection")] })).toThrow(
      "left unhandled",
    );
  });
});
