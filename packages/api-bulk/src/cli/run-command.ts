import { createInterface } from "node:readline/promises";
import { type ClientOptions, createClient } from "@np6/api-client";
import { BulkError } from "../bulk-error.ts";
import type { Counts, Journal } from "../journal/journal.ts";
import { runJob } from "../protocol/run-job.ts";
import type { RunOptions } from "../protocol/run-options.ts";
import { exitCode } from "./exit-code.ts";
import type { CommandLine } from "./options.ts";
import { createProgressLine } from "./progress-line.ts";
import type { Terminal } from "./terminal.ts";

const number = (value: number): string => value.toLocaleString("en-US");

/** Runs a job, or goes on with it: shows what will happen, asks, sends, and tells the truth meanwhile. @returns the exit code */
export async function runCommand(line: CommandLine, journal: Journal, terminal: Terminal): Promise<number> {
  const { say, out } = terminal;
  const job = await journal.job();
  if (job === undefined)
    throw new BulkError(`${journal.name}: nothing is planned. Begin with \`np6-bulk plan\`.`);
  const begun = (await journal.events()).some(({ kind }) => kind === "run");
  if (begun && line.command === "run") {
    throw new BulkError(`${journal.name} was begun already. To go on with it: \`np6-bulk resume\`.`);
  }
  const maxAtStake = line.number("max-at-stake") ?? 2000;
  const batchSize = line.number("batch-size") ?? 500;
  const rate = line.number("rate");
  const notAfter = readTime(line.text("not-after"));
  const counts = await journal.counts();
  await describe(journal, { counts, maxAtStake, batchSize, rate, notAfter }, say);
  if (line.flag("dry-run")) return 0;
  await confirm(counts.pending, line.flag("yes"), terminal);

  const { NP6_API_KEY: apiKey, NP6_BASE_URL } = terminal.environment;
  if (apiKey === undefined || apiKey === "") {
    throw new BulkError("NP6_API_KEY is not set. The key comes from the environment, and from nowhere else.");
  }
  const baseUrl = line.text("base-url") ?? NP6_BASE_URL;
  const np6 = createClient({ apiKey, ...(baseUrl === undefined ? {} : { baseUrl }) } as ClientOptions<[]>);

  const [stop, abort] = [new AbortController(), new AbortController()];
  let latest = counts;
  const done = terminal.onInterrupt(() => {
    if (stop.signal.aborted) {
      say(`\nGiving up: ${number(latest.sending)} receivers become unknown.\n`);
      abort.abort();
    } else {
      say(
        `\nTaking no more, and waiting for ${number(latest.sending)} receivers under way. Once more gives them up.\n`,
      );
      stop.abort();
    }
  });
  const json = line.flag("json");
  const event = (kind: string, detail: object): void => {
    if (json) out(`${JSON.stringify({ at: new Date().toISOString(), event: kind, ...detail })}\n`);
  };
  const show = createProgressLine(() => performance.now());
  let shownAt = Number.NEGATIVE_INFINITY;
  const options: RunOptions = {
    np6,
    maxAtStake,
    batchSize,
    ...(rate === undefined ? {} : { rate }),
    ...(notAfter === undefined ? {} : { notAfter }),
    takeover: line.flag("takeover"),
    signal: stop.signal,
    abortSignal: abort.signal,
    on: {
      batch: (detail) => event("batch", detail),
      pause: (reason) => event("pause", { reason }),
      progress: (progress) => {
        latest = progress.counts;
        event("progress", progress);
        const text = show(latest);
        if (json || performance.now() - shownAt < (terminal.isInteractive ? 200 : 10_000)) return;
        shownAt = performance.now();
        say(terminal.isInteractive ? `\r\u001b[2K${text}` : `${text}\n`);
      },
    },
  };
  try {
    const summary = await runJob(journal, options);
    event("end", summary);
    const problems = await journal.verify();
    for (const problem of problems) say(`\nThe journal is broken: ${problem}\n`);
    const reason = summary.reason === undefined ? "" : `: ${summary.reason}`;
    say(`${terminal.isInteractive ? "\r\u001b[2K" : ""}${show(summary.counts)}\n${summary.state}${reason}\n`);
    if (summary.counts.unknown + summary.counts.ran > 0) {
      say("Some receivers may have been executed. List them: `np6-bulk report --state unknown`.\n");
    }
    return problems.length > 0 ? 3 : exitCode(summary);
  } finally {
    done();
  }
}

interface Described {
  readonly counts: Counts;
  readonly maxAtStake: number;
  readonly batchSize: number;
  readonly rate: number | undefined;
  readonly notAfter: Date | undefined;
}

async function describe(journal: Journal, given: Described, say: (text: string) => void): Promise<void> {
  const job = await journal.job();
  const { counts, maxAtStake, batchSize, rate, notAfter } = given;
  const shown: string[] = [];
  for await (const { item } of journal.items({ state: "pending" })) {
    if (shown.push(JSON.stringify(item)) === 3) break;
  }
  const bad =
    job?.onBadBatch === "split"
      ? "is halved and sent again: you said that none of it ran"
      : "becomes unknown";
  const fastest = rate === undefined ? "as fast as the API lets it" : `at most ${rate} requests a second`;
  const seconds = rate === undefined ? undefined : counts.pending / (rate * Math.min(batchSize, maxAtStake));
  const lines = [
    `${job?.operation} ${JSON.stringify(job?.input)}`,
    `  to send      ${number(counts.pending)} of ${number(counts.total)} receivers`,
    `  first        ${shown.join(", ")}`,
    `  duplicates   ${number(counts.skipped)} skipped`,
    `  pace         1, 10, 100, then ${number(batchSize)} at once; ${fastest}${
      seconds === undefined ? "" : `, so at least ${number(Math.ceil(seconds))} s`
    }`,
    `  at stake     at most ${number(maxAtStake)} receivers at any time: as many can become unknown at once`,
    `  a 400        on a batch ${bad}`,
    ...(notAfter === undefined ? [] : [`  not after    ${notAfter.toISOString()}`]),
    ...(job?.paused === undefined ? [] : [`  it rests     ${job.paused}`]),
  ];
  say(`${lines.join("\n")}\n`);
}

async function confirm(pending: number, yes: boolean, terminal: Terminal): Promise<void> {
  if (yes) return;
  if (!terminal.isInteractive) {
    throw new BulkError("Nobody is here to confirm. Say --yes to send without being asked.");
  }
  const asked = createInterface({ input: terminal.stdin, output: process.stderr });
  try {
    const answer = await asked.question(`Type the number of receivers to send: `);
    if (answer.replaceAll(/[,_ ']/g, "") === String(pending)) return;
    throw new BulkError(`That is not ${number(pending)}. Nothing was sent.`);
  } finally {
    asked.close();
  }
}

/** `18:00` is today; anything else is a date with its time. */
function readTime(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  const time = new Date(text);
  if (hours !== undefined) {
    time.setTime(Date.now());
    time.setHours(Number(hours), Number(minutes), 0, 0);
  }
  if (!Number.isNaN(time.getTime())) return time;
  throw new BulkError(
    `--not-after ${JSON.stringify(text)} is no time. Write 18:00, or 2026-11-28T18:00:00Z.`,
  );
}
