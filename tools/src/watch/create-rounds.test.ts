import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { createRounds } from "./create-rounds.ts";

/** Work that runs until the test ends it or its signal aborts. */
function recordedWork() {
  const events: string[] = [];
  const ends: (() => void)[] = [];
  const work = (signal: AbortSignal) => {
    const number = ends.length + 1;
    events.push(`start ${number}`);
    return new Promise<void>((resolve, reject) => {
      ends.push(() => {
        events.push(`end ${number}`);
        resolve();
      });
      signal.addEventListener("abort", () => {
        events.push(`stopped ${number}`);
        reject(signal.reason);
      });
    });
  };
  return { events, work, end: (number: number) => ends[number - 1]?.() };
}

it("stops a round that an edit overtook, and starts one more, however many edits there were", async () => {
  const { events, work, end } = recordedWork();
  const rounds = createRounds(work, () => events.push("reported"));
  rounds.start();
  rounds.start();
  rounds.start();
  await sleep(0);
  end(2);
  await sleep(0);
  expect(events).toEqual(["start 1", "stopped 1", "start 2", "end 2"]);
});

it("starts a round when none is under way", async () => {
  const { events, work, end } = recordedWork();
  const rounds = createRounds(work, () => events.push("reported"));
  rounds.start();
  end(1);
  await sleep(0);
  rounds.start();
  end(2);
  await sleep(0);
  expect(events).toEqual(["start 1", "end 1", "start 2", "end 2"]);
});

it("ends the round under way when it is stopped, and starts none after that", async () => {
  const { events, work } = recordedWork();
  const rounds = createRounds(work, () => events.push("reported"));
  rounds.start();
  rounds.start();
  await rounds.stop();
  rounds.start();
  await sleep(0);
  expect(events).toEqual(["start 1", "stopped 1"]);
});

it("reports what a round threw, and goes on", async () => {
  const errors: unknown[] = [];
  const rounds = createRounds(
    async () => {
      throw new Error("broken");
    },
    (error) => errors.push(error),
  );
  rounds.start();
  await sleep(0);
  rounds.start();
  await sleep(0);
  await rounds.stop();
  expect(errors).toEqual([new Error("broken"), new Error("broken")]);
});
