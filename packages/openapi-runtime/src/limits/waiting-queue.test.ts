import { expect, test } from "vitest";
import { TimeLimit } from "./time-limit.ts";
import { WaitingQueue } from "./waiting-queue.ts";

const limit = (milliseconds: number) => new TimeLimit("queueTimeoutMs", milliseconds, undefined);
const nothing = () => undefined;

test("turns come in the order in which the calls came", async () => {
  const line = new WaitingQueue();
  const turns: string[] = [];
  const waits = ["first", "second"].map((name) => line.wait(limit(10_000), nothing, () => turns.push(name)));
  expect(line.size).toBe(2);
  expect(line.admitNext()).toBe(true);
  expect({ turns: [...turns], size: line.size }).toEqual({ turns: ["first"], size: 1 });
  expect(line.admitNext()).toBe(true);
  expect(line.admitNext()).toBe(false);
  await Promise.all(waits);
  expect(turns).toEqual(["first", "second"]);
});

test("those whom a test fits are refused with the cause, and are in line no longer; the others stay", async () => {
  const line = new WaitingQueue();
  const [short, long] = [limit(100), limit(10_000)];
  const waits = Promise.allSettled([short, long].map((each) => line.wait(each, nothing)));
  const cause = new Error("closed");
  line.refuse((each) => each === short, cause);
  expect(line.size).toBe(1);
  expect(line.admitNext()).toBe(true);
  expect(await waits).toEqual([
    { status: "rejected", reason: cause },
    { status: "fulfilled", value: undefined },
  ]);
});

test("whoever's time is up leaves the line, and gives no turn back", async () => {
  const line = new WaitingQueue();
  let givenBack = 0;
  await expect(line.wait(limit(1), () => givenBack++)).rejects.toThrow("queueTimeoutMs ran out");
  expect({ size: line.size, givenBack }).toEqual({ size: 0, givenBack: 0 });
});

test("a turn that comes too late is given back", async () => {
  const line = new WaitingQueue();
  const late = limit(5);
  let givenBack = 0;
  const wait = line.wait(late, () => givenBack++);
  // The clock advances, and no timer can fire.
  const until = performance.now() + 10;
  while (performance.now() < until);
  line.admitNext();
  await expect(wait).rejects.toThrow("queueTimeoutMs ran out");
  expect(givenBack).toBe(1);
});
