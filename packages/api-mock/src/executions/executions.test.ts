import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ScenarioOptions } from "../scenarios/scenario-choice.ts";
import { type Mock, startMock } from "../session/start-mock.ts";
import { type ApiMock, startMockOf } from "../session/start-mock-of.ts";
import { libraryDocument } from "../testing/library-document.test-support.ts";

// Tests the mock's executions with a real client and with a second API.

let mock: Mock;
let library: ApiMock;
beforeAll(async () => {
  [mock, library] = await Promise.all([startMock(), startMockOf(libraryDocument)]);
});
afterAll(() => Promise.all([mock.close(), library.close()]));

const receiver = (value: string) => ({ receiver: { type: "id" as const, value } });
const letters = (from: { readonly executions: Iterable<{ readonly who: string; readonly times: number }> }) =>
  [...from.executions].map(({ who, times }) => `${JSON.parse(who).value} ${times}`);

/** Plays a scenario on one batch for A, B and C. @returns how the call ended, and who was executed */
async function played(name: string, options: ScenarioOptions = {}, given: { readonly seed?: number } = {}) {
  const session = await mock.session(given);
  session.scenario(name, options);
  const call = session
    .client({ retry: false })
    .executeWorkflowBatch({ path: { id: 42 }, body: ["A", "B", "C"].map(receiver) });
  const ended = await call.then(
    (results) => results.map(({ type }) => type).join(),
    (failure) => `${failure.kind} ${failure.status} ${failure.outcomeUnknown}`,
  );
  await session.close();
  return [ended, letters(session).join()];
}

const nobody = "";
const everybody = "A 1,B 1,C 1";

test.each<[string, ScenarioOptions, string, string]>([
  ["latency", { milliseconds: 1 }, "success,success,success", everybody],
  ["partial-failure", { failures: 1 }, "success,success,error", "A 1,B 1"],
  ["partial-failure", { receiver: "A|C" }, "error,success,error", "B 1"],
  ["partial-failure", { percent: 100 }, "error,error,error", nobody],
  ["short-answer", { missing: 2 }, "success", everybody],
  ["batch-too-large", { limit: 2 }, "http 413 false", nobody],
  ["batch-too-large", { limit: 2, status: 400 }, "http 400 false", nobody],
  ["batch-too-large", { limit: 3 }, "success,success,success", everybody],
  ["poison", { receiver: "B" }, "http 400 false", nobody],
  ["poison", { receiver: "D" }, "success,success,success", everybody],
  ["unauthorized", {}, "http 401 false", nobody],
  ["internal-server-error", {}, "http 500 true", nobody],
  ["internal-server-error", { ran: 1 }, "http 500 true", everybody],
  ["gateway-page-502", {}, "http 502 true", nobody],
  ["gateway-page-502", { ran: 1 }, "http 502 true", everybody],
  ["reset-before", {}, "connection undefined true", nobody],
  ["reset-after", {}, "connection undefined true", everybody],
  ["reset-after", { probability: 0 }, "success,success,success", everybody],
])("%s %j ends as %s, and carried out: %s", async (name, options, ended, executed) => {
  expect(await played(name, options)).toEqual([ended, executed]);
});

test("a call for one counts together with the batches, by the numbers of the requests", async () => {
  const session = await mock.session();
  const np6 = session.client();
  await np6.executeWorkflow({ path: { id: 42 }, body: receiver("A") });
  await np6.duplicateWorkflow({ path: { id: 42 } });
  await np6.executeWorkflowBatch({ path: { id: 42 }, body: [receiver("A"), receiver("B")] });
  expect(session.executions.get({ value: "A", type: "id" })).toEqual({
    who: '{"type":"id","value":"A"}',
    times: 2,
    requests: [1, 3],
  });
  expect({ ...session.executions }).toMatchObject({ size: 2, total: 3, repeated: 1 });
  expect(session.requests.map(({ number }) => number)).toEqual([1, 2, 3]);
  session.reset();
  expect(session.executions.size).toBe(0);
  await session.close();
});

test("a request that breaks the document, or has no key, carries nothing out", async () => {
  const session = await mock.session({ scenarios: ["gateway-page-502,ran=1"] });
  const post = (headers: Record<string, string>, body: string) =>
    fetch(`${session.url}/scripting/workflows/42/executions`, { method: "POST", headers, body });
  const type = { "content-type": "application/vnd.np6.cm.workflow-v4" };
  await post({ ...type, "x-key": "any" }, '[{"receiver":1}]');
  await post(type, JSON.stringify([receiver("A")]));
  expect([session.executions.total, session.requestCount]).toEqual([0, 2]);
  await session.close();
});

describe("chaos", () => {
  const run = async (seed: number) => {
    const session = await mock.session({
      scenarios: [
        `internal-server-error,probability=0.2,ran=1,seed=${seed}`,
        `reset-after,probability=0.2,seed=${seed}`,
        `latency,milliseconds=1,tail=50,seed=${seed}`,
        `partial-failure,probability=0.5,percent=50,seed=${seed}`,
      ],
    });
    const np6 = session.client({ retry: false });
    const endings: string[] = [];
    for (let index = 0; index < 30; index += 1) {
      const body = ["A", "B"].map((letter) => receiver(`${letter}${index}`));
      const ending = await np6.executeWorkflowBatch({ path: { id: 42 }, body }).then(
        (results) => results.map(({ type }) => type).join(),
        ({ kind }) => kind,
      );
      endings.push(ending);
    }
    await session.close();
    return { endings, executed: letters(session) };
  };

  test("is the same run for the same seed, and another one for another", async () => {
    const first = await run(7);
    expect(new Set(first.endings).size).toBeGreaterThan(3);
    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
  });

  test.each([
    ["reset-after,probability=1.5", "probability of the scenario reset-after must be a number from 0 to 1"],
    ["reset-after,probability=x", "probability of the scenario reset-after must be a number from 0 to 1"],
    ["reset-after,seed=-1", "seed of the scenario reset-after must be a whole number"],
    ["batch-too-large,limit=many", "limit of the scenario batch-too-large must be a whole number"],
  ])("%s is refused", async (scenario, message) => {
    await expect(mock.session({ scenarios: [scenario] })).rejects.toThrow(message);
  });
});

test("a second API is read in the same way", async () => {
  const session = await library.session({
    scenarios: ["poison,receiver=Nice,times=1", "short-answer,probability=1,seed=1"],
  });
  const send = (...cities: readonly string[]) =>
    fetch(`${session.url}/parcels`, {
      method: "POST",
      headers: {
        "content-type": "application/vnd.example.parcel-v1",
        accept: "application/vnd.example.parcel-v1",
        "x-key": "any",
      },
      body: JSON.stringify(cities.map((city) => ({ to: { city } }))),
    });
  expect((await send("Lyon", "Nice")).status).toBe(400);
  expect(await (await send("Lyon", "Nice")).json()).toHaveLength(1);
  expect([...session.executions].map(({ who }) => JSON.parse(who))).toEqual([
    { to: { city: "Lyon" } },
    { to: { city: "Nice" } },
  ]);
  await session.close();
});

test("what happened by chance to a receiver is the same, in whatever order the calls come", async () => {
  const run = async (order: (cities: string[]) => string[]) => {
    const session = await mock.session({
      scenarios: [
        "reset-after,probability=0.3,seed=3",
        "internal-server-error,probability=0.3,seed=3",
        "partial-failure,probability=0.6,percent=40,seed=3",
      ],
    });
    const np6 = session.client({ retry: false });
    const names = Array.from({ length: 40 }, (_, index) => `R${index}`);
    const endings = await Promise.all(
      order(names).map(async (name) => {
        const call = np6.executeWorkflowBatch({
          path: { id: 42 },
          body: [receiver(name), receiver(`${name}b`)],
        });
        const ending = await call.then(
          (results) => results.map(({ type }) => type).join(),
          ({ kind }) => kind,
        );
        return `${name} ${ending}`;
      }),
    );
    await session.close();
    return [endings.sort(), letters(session).sort()];
  };
  const first = await run((names) => names);
  expect(new Set(first[0]?.map((ending) => ending.split(" ")[1])).size).toBeGreaterThan(3);
  expect(await run((names) => names.reverse())).toEqual(first);
});

test.each([
  [0, nobody],
  [1, everybody],
])("who gives up during a latency with ran=%j had carried out: %s", async (ran, executed) => {
  const session = await mock.session();
  session.scenario("latency", { milliseconds: 60_000, ran });
  const np6 = session.client({ retry: false });
  const body = ["A", "B", "C"].map(receiver);
  const failure = await np6
    .executeWorkflowBatch({ path: { id: 42 }, body, attemptTimeoutMs: 300 })
    .catch(({ kind, outcomeUnknown }) => [kind, outcomeUnknown]);
  expect(failure).toEqual(["timeout", true]);
  await session.close();
  expect(letters(session).join()).toBe(executed);
});

test("another process reads the account while the mock runs, a line for each", async () => {
  const session = await mock.session();
  const np6 = session.client();
  const names = Array.from({ length: 2500 }, (_, index) => `R${index}`);
  for (const start of [0, 500, 1000, 1500, 2000, 0]) {
    const body = names.slice(start, start + 500).map(receiver);
    await np6.executeWorkflowBatch({ path: { id: 42 }, body });
  }
  const read = (headers: Record<string, string> = {}) =>
    fetch(`${session.url}/-/np6-mock/executions`, { headers });
  const answer = await read();
  expect(answer.headers.get("content-type")).toBe("application/x-ndjson; charset=utf-8");
  const lines = (await answer.text()).trimEnd().split("\n");
  expect(lines).toHaveLength(2500);
  expect(lines[0]).toBe('{"who":{"type":"id","value":"R0"},"times":2,"requests":[1,6]}');
  expect(lines.at(-1)).toBe('{"who":{"type":"id","value":"R2499"},"times":1,"requests":[5]}');
  const page = await (await fetch(session.url, { headers: { accept: "text/html" } })).text();
  expect(page).toContain("2500 receivers, 3000 times; 500 of them more than once.");
  expect((await read({ "sec-fetch-site": "cross-site" })).status).toBe(403);
  await session.close();
});
