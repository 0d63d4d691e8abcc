// The command `pnpm check postgres [--receivers N] [--workers N] [--seed N] [--scale]`.
import { parseArgs } from "node:util";
import { startPostgres } from "./postgres-server.ts";
import type { QueueResult } from "./queues/count-deliveries.ts";
import { tryBullMq } from "./queues/try-bullmq.ts";
import { tryPgBoss } from "./queues/try-pg-boss.ts";
import { rehearse } from "./rehearsal.ts";
import { measureScale } from "./scale.ts";
import { tryCompose } from "./try-compose.ts";

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));

const { values } = parseArgs({
  options: {
    receivers: { type: "string", default: "30000" },
    workers: { type: "string", default: "6" },
    seed: { type: "string", default: "7" },
    scale: { type: "boolean", default: false },
  },
});
const numberOf = (name: "receivers" | "workers" | "seed"): number => {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new Error(`--${name} must be a whole number from 1, but is ${values[name]}`);
};
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Tries both engines on a server that is not restarted. */
async function tryQueues(): Promise<readonly string[]> {
  await using postgres = await startPostgres();
  const results: (QueueResult | string)[] = [];
  for (const attempt of [tryPgBoss, tryBullMq]) results.push(await attempt(postgres.url));
  return results.flatMap((result) => {
    if (typeof result === "string") {
      say(`BullMQ was skipped: ${result}`);
      return [];
    }
    const { engine, slices, deliveries, problems } = result;
    say(`${engine} delivered ${slices} slices ${deliveries} times`);
    return problems.map((problem) => `${engine}: ${problem}`);
  });
}

const numbers = { receivers: numberOf("receivers"), workers: numberOf("workers"), seed: numberOf("seed") };
// The parts mostly wait.
const parts = values.scale
  ? [measureScale(say)]
  : [
      rehearse({ ...numbers, say }),
      tryQueues().then(async (problems) => [...problems, ...(await tryCompose())]),
    ];
const ended = await Promise.allSettled(parts);
const failed = ended.map((part) =>
  part.status === "fulfilled" ? part.value : [(part.reason as Error).stack ?? ""],
);
for (const problem of failed.flat()) say(`✗ ${problem}`);
const broken = failed.filter((problems) => problems.length > 0).length;
say(`\n${parts.length - broken} passed, ${broken} failed`);
process.exitCode = broken === 0 ? 0 : 1;
