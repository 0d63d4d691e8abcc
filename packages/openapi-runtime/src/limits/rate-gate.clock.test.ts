import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { GateClosed, RateGate } from "./rate-gate.ts";
import { TimeLimit } from "./time-limit.ts";

// Fake timers and a fake clock measure each passage to the millisecond.

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const limitOf = (milliseconds = 600_000) => new TimeLimit("deadlineMs", milliseconds, undefined);

/** Result of a waiting call. */
interface Waiting {
  ticket?: number;
  failure?: unknown;
}

function wait(gate: RateGate, isRepeat = false, limit = limitOf()): Waiting {
  const waiting: Waiting = {};
  gate.wait(limit, isRepeat).then(
    (ticket) => {
      waiting.ticket = ticket;
    },
    (failure: unknown) => {
      waiting.failure = failure;
    },
  );
  return waiting;
}

/** Advances the clock, and then runs the promises that became ready. */
const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** A gate that a 429 has closed. */
function closedGate(retryAfterMs?: number): RateGate {
  const gate = new RateGate();
  gate.close(gate.tryPass(), retryAfterMs);
  return gate;
}

describe("a gate that a 429 closed", () => {
  test.each<[string, number | undefined, number]>([
    ["says nothing: for a quarter of a second", undefined, 250],
    ["asks for less: for a quarter of a second", 100, 250],
    ["asks for more: until that is over, and a millisecond for early timers", 2_000, 2_001],
    ["asks for years: for a day", 1e12, 86_400_001],
  ])("when the server %s", (_name, retryAfterMs, closedMs) => {
    const gate = closedGate(retryAfterMs);
    expect(gate.opensInMs).toBe(closedMs);
  });

  test("nobody passes; who waits passes when it opens, one of them", async () => {
    const gate = closedGate(1_000);
    expect(gate.tryPass()).toBe(0);
    const calls = [wait(gate), wait(gate)];
    await after(1_000);
    expect(calls).toEqual([{}, {}]);
    await after(1);
    expect(calls).toEqual([{ ticket: 2 }, {}]);
    gate.leave(2, true);
    await after(0);
    expect(calls[1]).toEqual({ ticket: 3 });
  });

  test("opens for whoever comes when it is due, without a timer", async () => {
    const gate = closedGate();
    await after(249);
    expect(gate.tryPass()).toBe(0);
    await after(1);
    expect(gate.opensInMs).toBe(0);
    expect(gate.tryPass()).toBe(2);
    // A response has to arrive first.
    expect(gate.tryPass()).toBe(0);
  });

  test("who comes does not pass those who wait", async () => {
    const gate = closedGate();
    const first = wait(gate);
    await after(250);
    expect(first).toEqual({ ticket: 2 });
    const second = wait(gate);
    gate.leave(2, true);
    await after(0);
    expect(second).toEqual({ ticket: 3 });
  });

  test("calls that were sent before go first", async () => {
    const gate = closedGate();
    const [newcomer, repeat] = [wait(gate), wait(gate, true)];
    await after(250);
    expect([newcomer, repeat]).toEqual([{}, { ticket: 2 }]);
  });

  test("a call that had passed and is not sent gives its place to the next", async () => {
    const gate = closedGate();
    const [first, second] = [wait(gate), wait(gate)];
    await after(250);
    expect([first, second]).toEqual([{ ticket: 2 }, {}]);
    gate.withdraw(2);
    await after(0);
    expect(second).toEqual({ ticket: 3 });
  });
});

describe("a pause doubles", () => {
  test("while 429s follow each other, up to eight seconds", async () => {
    const gate = new RateGate();
    const pauses: number[] = [];
    for (let count = 0; count < 8; count += 1) {
      gate.close(gate.tryPass(), undefined);
      pauses.push(gate.opensInMs);
      await after(gate.opensInMs);
    }
    expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  });

  test("and begins anew after an answer", async () => {
    const gate = closedGate();
    await after(250);
    const taken = gate.tryPass();
    gate.leave(taken, true);
    gate.close(gate.tryPass(), undefined);
    expect(gate.opensInMs).toBe(250);
  });

  test("not for a request that was sent before the gate closed: it tells the same refusal", async () => {
    const gate = new RateGate();
    const [first, second] = [gate.tryPass(), gate.tryPass()];
    gate.close(first, undefined);
    gate.close(second, undefined);
    expect(gate.opensInMs).toBe(250);
    await after(250);
    // A late 429, when the gate is open again.
    gate.close(second, undefined);
    expect(gate.opensInMs).toBe(0);
    gate.close(second, 700);
    expect(gate.opensInMs).toBe(701);
  });

  test("a later refusal can only ask for more", () => {
    const gate = new RateGate();
    const [first, second, third] = [gate.tryPass(), gate.tryPass(), gate.tryPass()];
    gate.close(first, 5_000);
    gate.close(second, 1_000);
    expect(gate.opensInMs).toBe(5_001);
    gate.close(third, 6_000);
    expect(gate.opensInMs).toBe(6_001);
  });
});

describe("a gate that closes for longer than a call can wait", () => {
  test("refuses all after more than a minute, those who wait and those who come", async () => {
    const gate = new RateGate();
    const tickets = Array.from({ length: 10 }, () => gate.tryPass());
    const [newcomer, repeat] = [wait(gate), wait(gate, true)];
    gate.close(tickets[0] ?? 0, 60_001);
    await after(0);
    expect(newcomer.failure).toBeInstanceOf(GateClosed);
    expect(repeat.failure).toBeInstanceOf(GateClosed);
    expect(newcomer.failure).toMatchObject({ remainingMs: 60_002 });
    expect(() => gate.tryPass()).toThrow(GateClosed);
    await after(1);
    expect(gate.tryPass()).toBe(0);
  });

  test("lets those wait whom exactly a minute is asked of", async () => {
    const gate = new RateGate();
    const tickets = Array.from({ length: 10 }, () => gate.tryPass());
    const [newcomer, repeat] = [wait(gate), wait(gate, true)];
    gate.close(tickets[0] ?? 0, 60_000);
    await after(0);
    expect([newcomer, repeat]).toEqual([{}, {}]);
  });

  test("refuses repeats whose time is up before; newcomers have no deadline yet", async () => {
    const gate = new RateGate();
    const tickets = Array.from({ length: 10 }, () => gate.tryPass());
    const newcomer = wait(gate, false, limitOf(2_000));
    const [short, long] = [wait(gate, true, limitOf(2_001)), wait(gate, true, limitOf(2_002))];
    gate.close(tickets[0] ?? 0, 2_000);
    await after(0);
    expect(short.failure).toBeInstanceOf(GateClosed);
    expect([newcomer, long]).toEqual([{}, {}]);
  });
});

describe("when nothing is heard", () => {
  /** Takes all slots. @returns a call that has to wait */
  function fillUp(gate: RateGate): Waiting {
    while (gate.tryPass() > 0);
    return wait(gate);
  }

  test("for a quarter of a second, a gate that was never closed lets others through", async () => {
    const waiting = fillUp(new RateGate());
    await after(249);
    expect(waiting).toEqual({});
    await after(1);
    expect(waiting).toEqual({ ticket: 11 });
  });

  test("for a second, one that was closed once", async () => {
    const gate = closedGate();
    await after(250);
    const waiting = fillUp(gate);
    await after(999);
    expect(waiting).toEqual({});
    await after(1);
    expect(waiting).toMatchObject({ ticket: expect.any(Number) });
  });
});

test("a server that says when to come back is sent many at once, one that does not is sent them spread", async () => {
  for (const [retryAfterMs, isSpread] of [
    [1_000, false],
    [undefined, true],
  ] as const) {
    const gate = new RateGate();
    const tickets = Array.from({ length: 10 }, () => gate.tryPass());
    for (const ticket of tickets.slice(0, 8)) gate.leave(ticket, true);
    gate.close(tickets[8] ?? 0, retryAfterMs);
    gate.leave(tickets[8] ?? 0, false);
    await after(1_001);
    gate.leave(gate.tryPass(), true);
    const passed = [gate.tryPass(), gate.tryPass(), gate.tryPass()].filter((ticket) => ticket > 0);
    expect(passed).toHaveLength(isSpread ? 1 : 3);
    // The next refusal states the time again.
  }
});

test("no timer is left when nobody waits", async () => {
  const gate = closedGate(5_000);
  const limit = limitOf(100);
  const waiting = wait(gate, false, limit);
  expect(vi.getTimerCount()).toBe(2);
  await after(100);
  limit.release();
  expect(waiting.failure).toMatchObject({ message: "deadlineMs ran out" });
  expect(vi.getTimerCount()).toBe(0);
});
