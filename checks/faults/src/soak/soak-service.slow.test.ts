import { expect, onTestFinished, test } from "vitest";
import { soakFaults } from "./soak-faults.ts";
import type { SoakOptions } from "./soak-options.ts";
import { type SoakService, startSoakService } from "./soak-service.ts";

const options: SoakOptions = {
  seed: 1,
  faultRate: 0,
  contentType: "application/json",
  json: '{"type":"success"}',
  otherOrigin: "http://127.0.0.1:9",
};

async function useService(changes: Partial<SoakOptions>): Promise<SoakService> {
  const service = await startSoakService({ ...options, ...changes });
  onTestFinished(() => service.close());
  return service;
}

/**
 * @param patienceMs - how long to wait for a response; a short time is enough for faults with silence
 * @returns the status, or undefined without a readable response
 */
async function post(service: SoakService, id: unknown, patienceMs = 250): Promise<number | undefined> {
  try {
    const response = await fetch(service.url, {
      method: "POST",
      body: JSON.stringify({ id }),
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    await response.text();
    return response.status;
  } catch {
    return undefined;
  }
}

test("without faults every call is executed once and answered", async () => {
  const service = await useService({});
  const statuses = [];
  for (const id of ["a", 2, "__proto__"]) statuses.push(await post(service, id, 30_000));
  expect(statuses).toEqual([200, 200, 200]);
  const once = { received: 1, refused: 0, processed: 1 };
  const ledger = service.ledger();
  expect(ledger).toMatchObject({
    processedTwice: [],
    sentAgain: [],
    withoutId: 0,
    requests: 3,
    faults: { 200: 3 },
  });
  expect(Object.entries(ledger.entries)).toEqual([
    ["2", once],
    ["a", once],
    ["__proto__", once],
  ]);
});

test("a call that is sent twice is found out", async () => {
  const service = await useService({});
  for (const id of ["a", "b", "a"]) await post(service, id, 30_000);
  expect(service.ledger()).toMatchObject({ processedTwice: ["a"], sentAgain: ["a"] });
});

test("a POST without an id is counted apart, a GET is not executed", async () => {
  const service = await useService({});
  await post(service, undefined, 30_000);
  await post(service, { not: "an id" }, 30_000);
  await (await fetch(service.url)).text();
  expect(service.ledger()).toMatchObject({ withoutId: 2, requests: 3, entries: {} });
});

test("with a fault rate of 1 only faults are played, and the same seed plays the same", async () => {
  const play = async (seed: number) => {
    const service = await useService({ seed, faultRate: 1 });
    const statuses = [];
    for (let id = 0; id < 40; id += 1) statuses.push(await post(service, id));
    return { statuses, faults: service.ledger().faults };
  };
  const [first, again, other] = [await play(3), await play(3), await play(4)];
  expect(again.faults).toEqual(first.faults);
  expect(other.faults).not.toEqual(first.faults);
  const known = soakFaults(options).map(({ fault }) => fault.name);
  expect(new Set(known).size).toBe(known.length);
  for (const name of Object.keys(first.faults)) expect(known).toContain(name);
  expect(new Set(first.statuses).size).toBeGreaterThan(5);
});

test("sending again after 429 is allowed, after anything else it is found out", async () => {
  const careful = await useService({ seed: 5, faultRate: 0.7 });
  const careless = await useService({ seed: 5, faultRate: 0.7 });
  for (let id = 0; id < 60; id += 1) {
    while ((await post(careful, id)) === 429) {}
    for (let attempt = 0; attempt < 5 && (await post(careless, id)) !== 200; attempt += 1) {}
  }
  expect(careful.ledger()).toMatchObject({ processedTwice: [], sentAgain: [] });
  expect(Object.values(careful.ledger().entries).some(({ refused }) => refused > 0)).toBe(true);
  expect(careless.ledger().sentAgain.length).toBeGreaterThan(5);
  expect(careless.ledger().processedTwice.length).toBeGreaterThan(1);
});

test.each([
  [{ seed: 0.5 }, "seed is 0.5"],
  [{ faultRate: 2 }, "faultRate is 2"],
  [{ faultRate: Number.NaN }, "faultRate is NaN"],
  [{ json: "1" }, 'json is "1"'],
] as const)("the options %o are refused", async (changes, message) => {
  await expect(startSoakService({ ...options, ...changes })).rejects.toThrow(message);
});
