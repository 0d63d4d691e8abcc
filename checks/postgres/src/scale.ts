// The command `pnpm check postgres --scale`: receivers per second with 1, 2, 4 and 8 workers.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { planJob } from "@np6/api-bulk";
import { postgresJournal } from "@np6/api-bulk/postgres";
import pg from "pg";
import { killAtExit } from "./kill-at-exit.ts";
import { startPostgres } from "./postgres-server.ts";
import { startCommand } from "./worker.ts";

const receivers = 2_000_000;
const batchSize = 100;
const warmUpMs = 20_000;
const measuredMs = 10_000;

/** Measures the throughput, and prints a table. @returns the problems, in words */
export async function measureScale(say: (line: string) => void): Promise<readonly string[]> {
  await using postgres = await startPostgres();
  const sink = spawn(process.execPath, [fileURLToPath(new URL("sink.ts", import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  killAtExit(sink);
  using _sink = { [Symbol.dispose]: () => sink.stdin.end() };
  const lines = createInterface({ input: sink.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => String((await lines.next()).value);
  const executed = async (): Promise<readonly [total: number, repeated: number]> => {
    sink.stdin.write("\n");
    const [total = 0, repeated = 0] = (await next()).split(" ").map(Number);
    return [total, repeated];
  };
  const problems: string[] = [];
  const api = `http://127.0.0.1:${await next()}`;
  say(`a commit takes ${(await commitMs(postgres.url)).toFixed(2)} ms`);
  say("| workers | at once | batches a second | receivers a second | ms to take a batch |");
  say("| ---: | ---: | ---: | ---: | ---: |");
  for (const workers of [1, 2, 4, 8]) {
    const job = `scale${workers}`;
    const journal = await postgresJournal({ connectionString: postgres.url, job });
    const executions = (function* () {
      for (let index = 0; index < receivers; index += 1) {
        yield { receiver: { type: "id" as const, value: `${job}-${index}` } };
      }
    })();
    await planJob(journal, { workflowId: 42, executions, duplicates: "keep" });
    await journal.pause("planned");
    const settings = { database: postgres.url, job, api };
    const atOnce = 20 * workers;
    const pace = ["--max-concurrency", String(atOnce), "--max-at-stake", String(atOnce * batchSize)];
    const resume = startCommand(settings, [
      "resume",
      "--yes",
      "--workers",
      "--batch-size",
      String(batchSize),
      ...pace,
    ]);
    if ((await resume.ended) !== 0) throw new Error(resume.output());
    const started = Array.from({ length: workers }, () => startCommand(settings, ["worker"]));
    await wait(warmUpMs);
    const [[before], start] = [await executed(), performance.now()];
    await wait(measuredMs);
    const [[after], end] = [await executed(), performance.now()];
    const averageTakeMs = await timeTakes(postgres.url, job);
    const rate = ((after - before) / (end - start)) * 1000;
    await journal.cancel("measured");
    await Promise.all(started.map(({ ended }) => ended));
    problems.push(...(await journal.verify()));
    await journal.close();
    say(
      `| ${workers} | ${atOnce} | ${Math.round(rate / batchSize)} | ${Math.round(rate)} | ${averageTakeMs.toFixed(1)} |`,
    );
  }
  const [, repeated] = await executed();
  if (repeated > 0) problems.push(`${repeated} were executed twice`);
  return problems;
}

async function commitMs(url: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query("CREATE TABLE one (n int)");
  const start = performance.now();
  for (let n = 0; n < 200; n += 1) await client.query("INSERT INTO one VALUES (1)");
  const took = (performance.now() - start) / 200;
  await client.query("DROP TABLE one");
  await client.end();
  return took;
}

/** Measures the wait for the row that all takes lock, and the rest of a take. */
async function timeTakes(url: string, job: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  const start = performance.now();
  for (let n = 0; n < 20; n += 1) {
    await client.query(
      "SELECT np6_bulk.void_taken(id, gen_random_uuid(), 'measured') FROM np6_bulk.job WHERE name = $1",
      [job],
    );
  }
  const took = (performance.now() - start) / 20;
  await client.end();
  return took;
}
