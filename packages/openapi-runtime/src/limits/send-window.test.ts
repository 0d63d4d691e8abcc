import { describe, expect, test } from "vitest";
import { SendWindow } from "./send-window.ts";

const forever = Number.POSITIVE_INFINITY;

/** Sends as many requests as are allowed at one time. @returns their tickets */
function sendAll(window: SendWindow, now: number, most = 1_000): number[] {
  const tickets: number[] = [];
  while (tickets.length < most && window.waitMs(now) === 0) tickets.push(window.send(now));
  return tickets;
}

function answerAll(window: SendWindow, tickets: readonly number[], now: number): void {
  for (const ticket of tickets) window.end(ticket, true, now);
}

/** A window that was refused after some accepted requests, and has opened again. */
function reopened(taken: number, saysWhen: boolean, { refusedAt = 500, openedAt = 2_000 } = {}): SendWindow {
  const window = new SendWindow();
  for (let count = 0; count < taken; count += 1) window.end(window.send(100), true, 100);
  const refused = window.send(refusedAt);
  window.refuse(refusedAt);
  window.end(refused, false, refusedAt);
  window.reopen(openedAt, saysWhen);
  return window;
}

/** Sends the request that tests whether the server accepts calls again. */
function probe(window: SendWindow, now: number): void {
  const tickets = sendAll(window, now);
  expect(tickets).toHaveLength(1);
  expect(window.waitMs(now)).toBe(forever);
  answerAll(window, tickets, now);
}

describe("a new window", () => {
  test("lets ten go, numbered from 1, and then waits for an answer", () => {
    const window = new SendWindow();
    expect(sendAll(window, 0)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(window.lastTicket).toBe(10);
    expect(window.waitMs(60_000)).toBe(forever);
  });

  test("grows by one with each answer while it is full, and not otherwise", () => {
    const window = new SendWindow();
    const tickets = sendAll(window, 0);
    window.end(tickets[0] ?? 0, true, 10);
    expect(sendAll(window, 10)).toHaveLength(2);
    window.end(tickets[1] ?? 0, true, 10);
    window.end(tickets[2] ?? 0, true, 10);
    // The second response found one slot free.
    expect(sendAll(window, 10)).toHaveLength(3);
  });

  test("does not grow with a refusal, but has its place back", () => {
    const window = new SendWindow();
    const tickets = sendAll(window, 0);
    window.end(tickets[0] ?? 0, false, 10);
    expect(sendAll(window, 10)).toHaveLength(1);
  });

  test("counts as taken, and doubles when nothing was heard", () => {
    const window = new SendWindow();
    expect(window.wasAccepted).toBe(true);
    sendAll(window, 0);
    window.widen();
    expect(sendAll(window, 0)).toHaveLength(10);
  });

  test("has a place back for a request that does not go after all", () => {
    const window = new SendWindow();
    const tickets = sendAll(window, 0);
    window.withdraw(tickets[3] ?? 0);
    expect(sendAll(window, 0)).toEqual([11]);
  });
});

describe("a window that opens again", () => {
  test("lets one go first; a refusal of it follows the other", () => {
    const window = reopened(4, true);
    expect(window.wasAccepted).toBe(false);
    probe(window, 2_000);
    expect(window.wasAccepted).toBe(true);
  });

  test("forgets those that went before: their end and their taking back free no place", () => {
    const window = new SendWindow();
    const old = sendAll(window, 0);
    window.refuse(100);
    window.reopen(1_000, true);
    const [first = 0] = sendAll(window, 1_000);
    window.withdraw(old[8] ?? 0);
    window.end(old[9] ?? 0, true, 1_000);
    expect(window.waitMs(1_000)).toBe(forever);
    expect(window.wasAccepted).toBe(false);
    // The first ticket was the last before the window opened, the next one was not.
    window.withdraw(first);
    expect(window.waitMs(1_000)).toBe(0);
  });

  test("knows no number when the server took none: after the probe it goes on like a new one", () => {
    const window = new SendWindow();
    window.refuse(0);
    window.end(window.send(0), false, 0);
    window.reopen(1_000, true);
    probe(window, 1_000);
    const tickets = sendAll(window, 1_000);
    expect(tickets).toHaveLength(2);
    answerAll(window, tickets, 1_010);
    expect(sendAll(window, 1_010)).toHaveLength(3);
  });
});

/** Runs two cycles: refused after 20, opened at 2,500, some accepted, refused, opened at 4,500, probe accepted. */
function secondCycle(saysWhen: boolean, taken: number, { lasts = 400 } = {}): SendWindow {
  const window = reopened(20, saysWhen, { openedAt: 2_500 });
  probe(window, 2_500);
  for (let count = 1; count < taken; count += 1) window.end(window.send(2_500), true, 2_500);
  window.refuse(2_500 + lasts);
  window.reopen(4_500, saysWhen);
  probe(window, 4_500);
  return window;
}

describe("after a server that says when to come back, as many as it took go quickly", () => {
  test("half of them at once, then two for each answer, and then one by one", () => {
    const window = secondCycle(true, 10);
    // One of the ten was the probe.
    const first = sendAll(window, 4_500);
    expect(first).toHaveLength(5);
    answerAll(window, first.slice(0, 1), 4_510);
    expect(sendAll(window, 4_510)).toHaveLength(2);
    answerAll(window, first.slice(1), 4_520);
    expect(sendAll(window, 4_520)).toHaveLength(2);
    // Ten were sent, so the careful stage allows one request in flight.
    expect(window.waitMs(4_530)).toBe(forever);
  });

  test("those that went quickly do not widen the careful stage, the first one beyond does", () => {
    const window = secondCycle(true, 3);
    const quick = [...sendAll(window, 4_500)];
    expect(quick).toHaveLength(2);
    expect(window.waitMs(4_500)).toBe(forever);
    answerAll(window, quick, 4_510);
    const careful = sendAll(window, 4_510);
    expect(careful).toHaveLength(1);
    answerAll(window, careful, 4_520);
    expect(sendAll(window, 4_520)).toHaveLength(2);
  });

  test("more than before counts by half: it may be two windows of the server that met", () => {
    const window = reopened(4, true);
    probe(window, 2_000);
    for (let count = 1; count < 4; count += 1) window.end(window.send(2_000), true, 2_000);
    window.refuse(2_100);
    window.reopen(3_000, true);
    probe(window, 3_000);
    for (let count = 1; count < 9; count += 1) window.end(window.send(3_000), true, 3_000);
    window.refuse(3_100);
    window.reopen(4_000, true);
    probe(window, 4_000);
    // (4 + 9) / 2 rounds up to 7; half of it may be sent at once.
    expect(sendAll(window, 4_000)).toHaveLength(4);
  });

  test("fewer than before counts as it is", () => {
    const window = secondCycle(true, 10);
    for (let count = 1; count < 3; count += 1) window.end(window.send(4_500), true, 4_500);
    window.refuse(4_200);
    window.reopen(6_000, true);
    probe(window, 6_000);
    expect(sendAll(window, 6_000)).toHaveLength(2);
  });

  test("what was taken in more than a second counts by its last second", () => {
    const window = secondCycle(true, 12, { lasts: 1_001 });
    // The twelve were accepted at once. Half count for the second before the refusal; half of those are sent at once.
    expect(sendAll(window, 4_500)).toHaveLength(3);
    expect(sendAll(secondCycle(true, 12, { lasts: 1_000 }), 4_500)).toHaveLength(6);
  });
});

describe("after a server that does not say when, calls are spread over time", () => {
  test("at 95 % of what it took in the second before the refusal", () => {
    const window = secondCycle(false, 10);
    expect(window.waitMs(4_500)).toBe(0);
    window.send(4_500);
    // The pace may lag by 50 ms: the first gap begins that much earlier.
    const gap = 1_000 / (10 * 0.95);
    expect(window.waitMs(4_500)).toBeCloseTo(gap, 1);
    window.send(4_500 + gap);
    expect(window.waitMs(4_500 + gap)).toBeGreaterThan(gap * 0.95);
    expect(window.waitMs(4_500 + 3 * gap)).toBe(0);
  });

  test("a late timer is made up for, by no more than 50 ms", () => {
    const window = secondCycle(false, 10);
    window.send(4_500);
    window.send(5_500);
    const gap = 1_000 / (10 * 0.95 * (1 + 0.005 + 0.0005));
    expect(window.waitMs(5_500)).toBeCloseTo(gap - 50, 1);
  });

  test("and after some seconds faster and faster, to find out whether the limit is still there", () => {
    const at = (seconds: number): number => {
      const window = secondCycle(false, 10);
      const now = 4_500 + seconds * 1_000;
      window.send(now);
      return window.waitMs(now) + 50;
    };
    const expected = (seconds: number) => 1_000 / (9.5 * (1 + 0.005 * seconds ** 2 + 0.0005 * seconds ** 4));
    for (const seconds of [2, 4, 6]) expect(at(seconds)).toBeCloseTo(expected(seconds), 1);
  });
});
