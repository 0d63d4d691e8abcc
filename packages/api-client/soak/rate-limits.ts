import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient } from "@np6/api-client";

// `pnpm --filter @np6/api-client rate-limits` measures rate limits of several kinds: accepted requests per second, and
// refusals. docs/retries.md has the results.

/** A server's rate limit: whether it accepts a request at a time, in milliseconds. */
type Limit = (now: number) => boolean;

const perSecond = 200;
const seconds = 12;
/** Seconds in which the client finds out the limit; they are not measured. */
const warmUp = 4;
const calls = 300;

const limits: Readonly<Record<string, () => Limit>> = {
  "sliding second": () => {
    const taken: number[] = [];
    return (now) => {
      while (taken[0] !== undefined && taken[0] <= now - 1_000) taken.shift();
      return taken.length < perSecond && taken.push(now) > 0;
    };
  },
  "fixed second": () => {
    let [since, count] = [0, 0];
    return (now) => {
      if (now - since >= 1_000) [since, count] = [now, 0];
      count += 1;
      return count <= perSecond;
    };
  },
  "bucket that is full after a second": () => {
    let [tokens, last] = [perSecond, performance.now()];
    return (now) => {
      tokens = Math.min(perSecond, tokens + ((now - last) / 1_000) * perSecond);
      last = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    };
  },
};

async function measure(limit: Limit, latency: number, retryAfter: string | undefined): Promise<string> {
  const start = performance.now();
  const taken: number[] = Array.from({ length: seconds + 5 }, () => 0);
  let refused = 0;
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      const now = performance.now();
      const isTaken = limit(now);
      const second = Math.floor((now - start) / 1_000);
      if (isTaken) taken[second] = (taken[second] ?? 0) + 1;
      else refused += 1;
      const headers = isTaken
        ? { "content-type": "application/vnd.np6.cm.workflow-v4" }
        : { ...(retryAfter === undefined ? {} : { "retry-after": retryAfter }) };
      setTimeout(
        () => response.writeHead(isTaken ? 200 : 429, headers).end(isTaken ? '{"type":"success"}' : ""),
        latency,
      );
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const np6 = createClient({ apiKey: "any-key", baseUrl: `http://127.0.0.1:${port}` });
  let failed = 0;
  const body = { receiver: { type: "id", value: "000A1B2C" } } as const;
  const work = async (): Promise<void> => {
    while (performance.now() - start < seconds * 1_000) {
      await np6.executeWorkflow({ path: { id: 42 }, body }).catch(() => {
        failed += 1;
      });
    }
  };
  await Promise.all(Array.from({ length: calls }, work));
  server.close();
  server.closeAllConnections();
  const steady = taken.slice(warmUp, seconds);
  const mean = Math.round(steady.reduce((sum, count) => sum + count, 0) / steady.length);
  return `${mean} of ${perSecond} a second taken, ${refused} refused in all, ${failed} calls failed`;
}

for (const [name, make] of Object.entries(limits)) {
  for (const latency of [5, 40]) {
    for (const retryAfter of ["1", undefined]) {
      const result = await measure(make(), latency, retryAfter);
      process.stdout.write(
        `${name}, latency ${latency} ms, Retry-After ${retryAfter ?? "none"}: ${result}\n`,
      );
    }
  }
}
