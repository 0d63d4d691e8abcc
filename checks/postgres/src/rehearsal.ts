import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { type Journal, planJob } from "@np6/api-bulk";
import { postgresJournal } from "@np6/api-bulk/postgres";
import { startMock } from "@np6/api-mock";
import pg from "pg";
import { compare } from "./compare.ts";
import { startPostgres } from "./postgres-server.ts";
import { startTcpProxy } from "./tcp-proxy.ts";
import { type Command, type JobSettings, startCommand } from "./worker.ts";

/** Size of a rehearsal with faults. */
export interface RehearsalOptions {
  readonly receivers: number;
  readonly workers: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

const maxAtStake = 1000;
const leaseSeconds = 2;
const batchSize = 100;

/** A fault. */
interface Incident {
  readonly name: string;
  readonly start: () => Promise<void>;
}

/** Sends with six machines through one Postgres, with many faults. @returns the problems, in words */
export async function rehearse({
  receivers,
  workers,
  seed,
  say,
}: RehearsalOptions): Promise<readonly string[]> {
  await using postgres = await startPostgres();
  await using proxy = await startTcpProxy(postgres.port);
  await using after = new AsyncDisposableStack();
  const mock = await startMock({
    scenarios: [
      `latency,milliseconds=120,tail=60,ran=1,seed=${seed}`,
      `reset-after,probability=0.003,seed=${seed}`,
      `reset-before,probability=0.003,seed=${seed}`,
      `internal-server-error,probability=0.003,ran=1,seed=${seed}`,
      `too-many-requests,probability=0.01,seed=${seed}`,
      `partial-failure,probability=0.1,percent=5,seed=${seed}`,
    ],
  });
  after.defer(() => mock.close());
  const direct = await postgresJournal({ connectionString: postgres.url, job: "rehearsal" });
  after.defer(() => direct.close());
  await grantRights(postgres.url);
  // Ten connections that find no tables at the same time.
  const atOnce = Array.from({ length: 10 }, () =>
    postgresJournal({ connectionString: postgres.url, job: "any", schema: "at_once" }),
  );
  for (const opened of await Promise.all(atOnce)) await opened.close();
  // Its sessions start with asynchronous commits. The workers have to change that; otherwise they send nothing.
  const weak = "?options=-c%20synchronous_commit%3Doff";
  const settings: JobSettings = {
    database:
      postgres.url.replace("postgres@", "np6_worker@").replace(String(postgres.port), String(proxy.port)) +
      weak,
    job: "rehearsal",
    api: mock.url,
  };
  const machines: { command: Command; isStopped: boolean }[] = [];
  const recoveryTimes: number[] = [];
  after.defer(() => {
    for (const { command } of machines) command.kill("SIGKILL");
  });
  const executions = Array.from({ length: receivers }, (_, index) => ({
    receiver: { type: "id" as const, value: `R${index}` },
  }));
  const planned = performance.now();
  await planJob(direct, { workflowId: 42, executions });
  say(`${receivers} receivers planned in ${Math.round(performance.now() - planned)} ms`);
  await direct.pause("planned");

  // Clocks that are wrong: by hours, in both directions, and by little more than a lease.
  const offsets = [0, -3_600_000, 7_200_000, 3_000, -3_000, 86_400_000];
  let started = 0;
  const join = (): { command: Command; isStopped: boolean } => {
    const offset = offsets[started % offsets.length] ?? 0;
    started += 1;
    return {
      command: startCommand(
        settings,
        ["worker", "--lease", String(leaseSeconds), "--health-port", "0", "--metrics"],
        offset,
      ),
      isStopped: false,
    };
  };
  for (let index = 0; index < workers; index += 1) machines.push(join());
  const pick = random(seed);
  const anyMachine = () => machines[Math.floor(pick() * machines.length)] as (typeof machines)[number];

  /** Returns a process with a batch in progress, if there is one. */
  const sendingMachine = async () => {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const pids = await sendingPids(postgres.url).catch((): readonly number[] => []);
      const sending = machines.find(({ command }) => pids.includes(command.pid));
      if (sending !== undefined) return sending;
      await wait(10);
    }
    return anyMachine();
  };

  const kill = async (): Promise<void> => {
    const [machine, died] = [await sendingMachine(), Date.now()];
    machine.command.kill("SIGKILL");
    await machine.command.ended;
    machines[machines.indexOf(machine)] = join();
    const time = await takeOverTime(direct, died);
    if (time !== undefined) recoveryTimes.push(time);
  };
  const incidents: readonly Incident[] = [
    { name: "a worker is killed", start: kill },
    { name: "a worker is killed", start: kill },
    {
      name: "a worker is stopped for longer than its lease",
      start: async () => {
        const { command } = await sendingMachine();
        command.kill("SIGSTOP");
        await wait(leaseSeconds * 2000);
        command.kill("SIGCONT");
      },
    },
    { name: "Postgres is restarted", start: postgres.restart },
    { name: "all connections are cut", start: async () => proxy.cut() },
    { name: "a worker is killed", start: kill },
    {
      name: "the network is paused for longer than a lease",
      start: async () => {
        proxy.pause();
        await wait(leaseSeconds * 1500);
        proxy.resume();
      },
    },
    { name: "Postgres crashes", start: postgres.crash },
    {
      name: "a worker drains",
      start: async () => {
        const machine = anyMachine();
        machine.command.kill("SIGTERM");
        const code = await machine.command.ended;
        if (code !== 130 && code !== 0) throw new Error(`a worker that drains ended with ${code}`);
        machines[machines.indexOf(machine)] = join();
      },
    },
    { name: "a worker is killed", start: kill },
  ];

  const begun = performance.now();
  // Slow enough for all faults, fast enough for CI.
  const rate = Math.max(10, Math.round(receivers / batchSize / 18));
  // Acts like a person: starts the workers, and resumes the job when it pauses.
  const resumeJob = async (): Promise<void> => {
    const words = [
      "--yes",
      "--workers",
      "--max-at-stake",
      String(maxAtStake),
      "--batch-size",
      String(batchSize),
      "--rate",
      String(rate),
    ];
    const command = startCommand(settings, ["resume", ...words]);
    const code = await command.ended;
    // Workers that already send got the same settings before.
    if (code !== 0) throw new Error(`resume: ${command.output()}`);
  };
  await resumeJob();
  let hasEnded = false;
  const person = (async () => {
    while (!hasEnded) {
      await wait(500);
      const job = await direct.job().catch(() => undefined);
      if (job?.paused !== undefined && !hasEnded) {
        say(`${seconds(begun)} s  a person resumes the job: ${job.paused}`);
        await resumeJob();
      }
    }
  })();
  for (const [index, incident] of incidents.entries()) {
    const { pending } = await direct.counts();
    await untilExecuted(
      direct,
      mock,
      mock.executions.total + Math.round(pending / (incidents.length - index + 2)),
    );
    say(`${seconds(begun)} s  ${mock.executions.total} executed; ${incident.name}`);
    await incident.start();
  }
  const codes = await Promise.all(machines.map(({ command }) => command.ended));
  hasEnded = true;
  await person;
  const took = (performance.now() - begun) / 1000;
  const account = await compare(direct, mock, maxAtStake);
  const counts = await direct.counts();
  say(`workers ended with ${codes.join(", ")}`);
  say(JSON.stringify({ ...account, counts, problems: account.problems.length }));
  say(table(workers, receivers, took, account.byLease, incidents, recoveryTimes));
  const strange = codes.filter((code) => code !== 0);
  return [
    ...account.problems,
    ...(strange.length > 0
      ? [
          `workers ended with ${strange.join(", ")}: ${machines.map(({ command }) => command.output()).join("\n")}`,
        ]
      : []),
  ];
}

/** Creates the role of docs/many-machines.md with that page's statements, which must be enough for the workers. */
async function grantRights(url: string): Promise<void> {
  const page = await readFile(new URL("../../../docs/many-machines.md", import.meta.url), "utf8");
  const [, statements = ""] = /^```sql\n(.*?)^```$/ms.exec(page) ?? [];
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statements);
  await client.end();
}

/** Lists the processes with a batch in progress. */
async function sendingPids(url: string): Promise<readonly number[]> {
  const client = new pg.Client(url);
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "SELECT DISTINCT name FROM np6_bulk.runner r JOIN np6_bulk.batch b ON b.runner = r.id WHERE b.state = 'sending'",
  );
  await client.end();
  return rows.map(({ name }) => Number(name.split(" ").at(-1)));
}

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1).padStart(6);

function table(
  workers: number,
  receivers: number,
  took: number,
  byLease: number,
  blows: readonly Incident[],
  recoveryTimes: readonly number[],
): string {
  const kills = blows.filter(({ name }) => name.includes("killed")).length;
  const mean = recoveryTimes.reduce((sum, time) => sum + time, 0) / Math.max(1, recoveryTimes.length);
  return [
    "| machines | receivers | seconds | receivers a second | kills | unknown by leases | seconds to take over |",
    "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    `| ${workers} | ${receivers} | ${took.toFixed(1)} | ${Math.round(receivers / took)} | ${kills} | ${byLease} | ${(mean / 1000).toFixed(1)} |`,
  ].join("\n");
}

/** A small seeded generator (mulberry32), so that the faults can be repeated. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @returns milliseconds from a death until another runner ended its lease; undefined if the job ended before that */
async function takeOverTime(journal: Journal, died: number): Promise<number | undefined> {
  for (;;) {
    const takeOver = (await journal.events().catch(() => [])).find(
      ({ kind, at }) => kind === "lease" && at > died,
    );
    if (takeOver !== undefined) return takeOver.at - died;
    const counts = await journal.counts();
    if (counts.pending + counts.sending === 0) return undefined;
    if (Date.now() - died > 60_000) throw new Error("no worker took over within a minute");
    await wait(100);
  }
}

async function untilExecuted(
  journal: Journal,
  { executions }: { readonly executions: { readonly total: number } },
  total: number,
): Promise<void> {
  const until = Date.now() + 600_000;
  while (executions.total < total) {
    const counts = await journal.counts().catch(() => undefined);
    if (counts !== undefined && counts.pending + counts.sending === 0) return;
    if (Date.now() > until) throw new Error(`no progress: ${executions.total} executed`);
    await wait(100);
  }
}
