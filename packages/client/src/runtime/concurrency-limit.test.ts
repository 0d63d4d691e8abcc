import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { createConcurrencyLimit } from "./concurrency-limit.ts";

const never = () => new AbortController().signal;

/** Enters, and writes down when it got in. */
function enterAs(
  name: string,
  limit: ReturnType<typeof createConcurrencyLimit>,
  order: string[],
  signal: AbortSignal = never(),
) {
  return limit.enter(signal).then((leave) => {
    order.push(name);
    return leave;
  });
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("a limit on concurrency", () => {
  test("lets its number in, and the next one when one leaves, in order", async () => {
    const limit = createConcurrencyLimit(2);
    const order: string[] = [];
    const [a, b, c, d] = ["a", "b", "c", "d"].map((name) => enterAs(name, limit, order));
    await settle();
    expect(order).toEqual(["a", "b"]);
    (await b)?.();
    await settle();
    expect(order).toEqual(["a", "b", "c"]);
    (await a)?.();
    (await c)?.();
    await settle();
    expect(order).toEqual(["a", "b", "c", "d"]);
    (await d)?.();
  });

  test("has every place again when all have left", async () => {
    const limit = createConcurrencyLimit(2);
    const order: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const leaves = await Promise.all([enterAs("a", limit, order), enterAs("b", limit, order)]);
      const waiting = enterAs("c", limit, order);
      await settle();
      expect(order).toEqual(["a", "b"]);
      for (const leave of leaves) leave();
      (await waiting)();
      order.length = 0;
    }
  });

  test("hands a place on without letting somebody else in between", async () => {
    const limit = createConcurrencyLimit(1);
    const order: string[] = [];
    const first = await enterAs("first", limit, order);
    const second = enterAs("second", limit, order);
    await settle();
    first();
    // Comes in the same turn in which the place was given back.
    const third = enterAs("third", limit, order);
    const leaveSecond = await second;
    await settle();
    expect(order).toEqual(["first", "second"]);
    leaveSecond();
    (await third)();
    expect(order).toEqual(["first", "second", "third"]);
  });
});

describe("who waits for a place", () => {
  test("and is aborted gets the reason, and loses the turn", async () => {
    const limit = createConcurrencyLimit(1);
    const order: string[] = [];
    const leave = await enterAs("first", limit, order);
    const abort = new AbortController();
    const aborted = enterAs("aborted", limit, order, abort.signal);
    const next = enterAs("next", limit, order);
    const reason = new Error("no longer");
    abort.abort(reason);
    await expect(aborted).rejects.toBe(reason);
    leave();
    (await next)();
    expect(order).toEqual(["first", "next"]);
    expect(getEventListeners(abort.signal, "abort")).toHaveLength(0);
  });

  test("leaves no listener behind after getting in, and an abort after that changes nothing", async () => {
    const limit = createConcurrencyLimit(1);
    const leave = await limit.enter(never());
    const abort = new AbortController();
    const waiting = limit.enter(abort.signal);
    await settle();
    expect(getEventListeners(abort.signal, "abort")).toHaveLength(1);
    leave();
    const leaveToo = await waiting;
    expect(getEventListeners(abort.signal, "abort")).toHaveLength(0);
    abort.abort();
    leaveToo();
    (await limit.enter(never()))();
  });

  test("with a signal that has aborted already takes no place", async () => {
    const limit = createConcurrencyLimit(1);
    const reason = new Error("too late");
    await expect(limit.enter(AbortSignal.abort(reason))).rejects.toBe(reason);
    (await limit.enter(never()))();
  });
});
