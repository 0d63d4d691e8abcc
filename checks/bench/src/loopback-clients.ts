import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { allContenders, undiciContenders } from "./contenders/all-contenders.ts";
import { alternate } from "./measure/alternate.ts";
import { collectGarbage } from "./measure/collect-garbage.ts";
import { cpuTime } from "./measure/cpu-time.ts";
import { spread } from "./measure/spread.ts";
import type { Table } from "./parts/table.ts";

// The program of the loopback part; it sends its tables to its parent process. Usage: node loopback-clients.ts ROUNDS

const requestsPerRound = 1_000;
/** Number of requests after which all code is compiled, and all connections are open. */
const warmUpRequests = 3_000;

interface Caller {
  readonly name: string;
  readonly call: () => Promise<unknown>;
}

async function callConcurrently(call: Caller["call"], times: number, concurrency: number): Promise<void> {
  let remaining = times;
  const work = async () => {
    while (remaining > 0) {
      remaining -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
}

async function measureAt(concurrency: number, callers: readonly Caller[], rounds: number): Promise<Table[]> {
  const perSecond = new Map<string, number[]>();
  const alternatives = callers.map(({ name, call }) => {
    const rates: number[] = [];
    perSecond.set(name, rates);
    return {
      name,
      measure: async () => {
        // Garbage of the previous client must not count for this one.
        collectGarbage();
        const startedAt = performance.now();
        const used = await cpuTime(() => callConcurrently(call, requestsPerRound, concurrency));
        rates.push((requestsPerRound / (performance.now() - startedAt)) * 1000);
        return used / requestsPerRound;
      },
    };
  });
  const rows = await alternate(alternatives, rounds);
  // The first round of `rows` was not counted either.
  const counted = (name: string): number[] => (perSecond.get(name) ?? []).slice(1);
  const first = counted(rows[0]?.name ?? "");
  const throughput = rows.map(({ name }) => {
    const measured = counted(name);
    const ratios = measured.map((rate, round) => rate / (first[round] ?? Number.NaN));
    return { name, cost: spread(measured), ratio: spread(ratios) };
  });
  return [
    { title: `Loopback, ${concurrency} at once: CPU`, unit: "µs of CPU per request", rows },
    { title: `Loopback, ${concurrency} at once: throughput`, unit: "requests per second", rows: throughput },
  ];
}

const server = fork(fileURLToPath(new URL("server.ts", import.meta.url)));
try {
  const [port] = await once(server, "message");
  const callers = Object.entries({ ...allContenders, ...undiciContenders }).map(([name, prepare]) => ({
    name,
    call: prepare(`http://127.0.0.1:${port}`),
  }));
  for (const { call } of callers) await callConcurrently(call, warmUpRequests, 16);
  const tables: Table[] = [];
  for (const concurrency of [1, 16, 64]) {
    tables.push(...(await measureAt(concurrency, callers, Number(process.argv[2]))));
  }
  process.send?.(tables);
} finally {
  server.disconnect();
  process.disconnect();
  await once(server, "exit");
}
