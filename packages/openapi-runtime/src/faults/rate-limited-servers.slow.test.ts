import { startFaultServer } from "@np6/fault-server";
import { describe, expect, test } from "vitest";
import { exampleClient } from "../testing/example-client.test-support.ts";
import { answer, good } from "../testing/use-fault-server.test-support.ts";

const path = { id: 1 };

/** Decides whether a server accepts a request at a time in milliseconds. */
type Rule = (now: number) => boolean;

function slidingWindow(limit: number): Rule {
  let taken: number[] = [];
  return (now) => {
    taken = taken.filter((at) => at > now - 1_000);
    if (taken.length >= limit) return false;
    taken.push(now);
    return true;
  };
}

function tokenBucket(limit: number): Rule {
  let tokens = limit;
  let filledAt = performance.now();
  return (now) => {
    tokens = Math.min(limit, tokens + ((now - filledAt) * limit) / 1_000);
    filledAt = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}

/** A server with a rate limit, which records the requests that it accepted and refused. */
async function limitedServer(rule: Rule, retryAfter: string | undefined) {
  const server = await startFaultServer();
  const takenAt: number[] = [];
  let refused = 0;
  const refusal = answer(429, "", retryAfter === undefined ? [] : [["Retry-After", retryAfter]]);
  server.script(() => {
    const now = performance.now();
    if (rule(now)) {
      takenAt.push(now);
      return good;
    }
    refused += 1;
    return refusal;
  });
  return { url: server.url, takenAt, refused: () => refused, close: () => server.close() };
}

describe.concurrent.each([
  ["sliding window", slidingWindow],
  ["token bucket", tokenBucket],
])("against a %s of 10 in a second", (_name, rule) => {
  // The tests mostly wait, so they run at the same time.
  test.concurrent.for(["1", "0", undefined])(
    "with Retry-After %s, 100 calls at once cost few refusals",
    async (retryAfter, { onTestFinished }) => {
      const { url, takenAt, refused, close } = await limitedServer(rule(10), retryAfter);
      onTestFinished(close);
      const { byOperation } = exampleClient({ baseUrl: url });
      const ended = await Promise.allSettled(
        Array.from({ length: 100 }, () => byOperation.runThing({ path })),
      );
      expect(ended.filter(({ status }) => status === "fulfilled")).toHaveLength(100);
      expect(takenAt).toHaveLength(100);
      expect(refused()).toBeLessThanOrEqual(50);
    },
  );
});
