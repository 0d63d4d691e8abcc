import { describe, expect, test } from "vitest";
import { ConcurrencyLimit } from "./concurrency-limit.ts";
import { TimeLimit } from "./time-limit.ts";

const unlimited = (signal?: AbortSignal) => new TimeLimit("queueTimeoutMs", Number.POSITIVE_INFINITY, signal);
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Enters, and records the name after entering. */
async function enterAs(
  name: string,
  places: ConcurrencyLimit,
  order: string[],
  limit: TimeLimit = unlimited(),
): Promise<void> {
  if (!places.tryEnter()) await places.wait(limit);
  order.push(name);
}

describe("a limit on concurrency", () => {
  test("lets its number in, and the next one when one leaves, in order", async () => {
    const places = new ConcurrencyLimit(2);
    const order: string[] = [];
    for (const name of ["a", "b", "c", "d"]) void enterAs(name, places, order);
    await settle();
    expect(order).toEqual(["a", "b"]);
    places.leave();
    await settle();
    expect(order).toEqual(["a", "b", "c"]);
    places.leave();
    await settle();
    expect(order).toEqual(["a", "b", "c", "d"]);
  });

  test("has every place again when all have left", async () => {
    const places = new ConcurrencyLimit(2);
    for (let round = 0; round < 3; round += 1) {
      expect([places.tryEnter(), places.tryEnter(), places.tryEnter()]).toEqual([true, true, false]);
      const waiting = places.wait(unlimited());
      for (let leaving = 0; leaving < 2; leaving += 1) places.leave();
      await waiting;
      places.leave();
    }
  });

  test("hands a place on without letting somebody else in between", async () => {
    const places = new ConcurrencyLimit(1);
    const order: string[] = [];
    await enterAs("first", places, order);
    const second = enterAs("second", places, order);
    places.leave();
    // Enters in the turn of the event loop in which the slot was released.
    const third = enterAs("third", places, order);
    await second;
    await settle();
    expect(order).toEqual(["first", "second"]);
    places.leave();
    await third;
    expect(order).toEqual(["first", "second", "third"]);
  });
});

describe("who waits for a place", () => {
  test("and is aborted gets the reason, and loses the turn", async () => {
    const places = new ConcurrencyLimit(1);
    const order: string[] = [];
    await enterAs("first", places, order);
    const abort = new AbortController();
    const aborted = enterAs("aborted", places, order, unlimited(abort.signal));
    const next = enterAs("next", places, order);
    const reason = new Error("no longer");
    abort.abort(reason);
    await expect(aborted).rejects.toBe(reason);
    places.leave();
    await next;
    expect(order).toEqual(["first", "next"]);
  });

  test("and is aborted in the turn in which the place is handed over gives it to the next", async () => {
    const places = new ConcurrencyLimit(1);
    const order: string[] = [];
    await enterAs("first", places, order);
    const abort = new AbortController();
    const aborted = enterAs("aborted", places, order, unlimited(abort.signal));
    const next = enterAs("next", places, order);
    const failed = expect(aborted).rejects.toThrow("no longer");
    places.leave();
    abort.abort(new Error("no longer"));
    await failed;
    await next;
    expect(order).toEqual(["first", "next"]);
    places.leave();
    expect(places.tryEnter()).toBe(true);
  });

  test("until the time is up by the clock does not get in, though no timer has fired yet", async () => {
    const places = new ConcurrencyLimit(1);
    const order: string[] = [];
    await enterAs("first", places, order);
    const late = enterAs("late", places, order, new TimeLimit("queueTimeoutMs", 5, undefined));
    const next = enterAs("next", places, order);
    const failed = expect(late).rejects.toThrow("queueTimeoutMs ran out");
    const until = performance.now() + 6;
    while (performance.now() < until);
    places.leave();
    await failed;
    await next;
    expect(order).toEqual(["first", "next"]);
  });

  test("with a limit that has ended already takes no place", async () => {
    const places = new ConcurrencyLimit(1);
    places.tryEnter();
    const reason = new Error("too late");
    await expect(places.wait(unlimited(AbortSignal.abort(reason)))).rejects.toBe(reason);
    places.leave();
    expect(places.tryEnter()).toBe(true);
  });
});
