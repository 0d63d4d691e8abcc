import { BulkError } from "../../bulk-error.ts";
import type { Journal } from "../../journal/journal.ts";
import { JournalWriteError } from "../../journal-write-error.ts";
import { findDiskRisks } from "../../planning/find-disk-risks.ts";
import type { JobEvent } from "../../protocol/job-event.ts";
import { runJob } from "../../protocol/run-job.ts";
import type { RunOptions } from "../../protocol/run-options.ts";
import { confirm } from "../confirm.ts";
import { exitCode } from "../exit-code.ts";
import { operationOf } from "../operation-of.ts";
import type { CommandLine } from "../options.ts";
import { paceOf } from "../pace-of.ts";
import { createProgressLine } from "../progress-line.ts";
import { readTime } from "../read-time.ts";
import type { Terminal } from "../terminal.ts";
import { describeRun } from "./describe-run.ts";
import { sendCanary } from "./send-canary.ts";

const number = (value: number): string => value.toLocaleString("en-US");

/** Runs or resumes a job: describes the run, asks the user, sends, and prints the progress. @returns the exit code */
export async function runCommand(line: CommandLine, journal: Journal, terminal: Terminal): Promise<number> {
  const { printMessage, out } = terminal;
  const job = await journal.job();
  if (job === undefined)
    throw new BulkError(`${journal.name}: nothing is planned. Begin with \`np6-bulk plan\`.`);
  const begun = (await journal.events()).some(({ kind }) => kind === "run");
  if (begun && line.command === "run") {
    throw new BulkError(`${journal.name} was already started. To continue: \`np6-bulk resume\`.`);
  }
  const maxAtStake = line.number("max-at-stake") ?? 2000;
  const batchSize = line.number("batch-size") ?? 500;
  const rate = line.number("rate");
  const notAfter = readTime(line.text("not-after"));
  const counts = await journal.counts();
  const [canaryReceiver, keepResults] = [line.text("canary-receiver"), line.flag("keep-results")];
  const settings = { counts, maxAtStake, batchSize, rate, notAfter, canaryReceiver, keepResults };
  printMessage(await describeRun(journal, settings));
  for (const risk of await findDiskRisks(journal.name)) printMessage(`Warning: ${risk}\n`);
  if (line.flag("dry-run")) return 0;
  if (!line.flag("yes") && counts.pending > 0) await confirm(counts.pending, terminal);

  if (line.flag("workers")) return resumeWorkers(line, journal, terminal);

  const operation = operationOf(line, terminal);
  if (canaryReceiver !== undefined) {
    const takeover = line.flag("takeover");
    const isConfirmed = await sendCanary({
      journal,
      operation,
      receiver: canaryReceiver,
      takeover,
      terminal,
    });
    if (!isConfirmed) return 4;
  }

  const [stop, abort] = [new AbortController(), new AbortController()];
  let latest = counts;
  const done = terminal.onInterrupt(() => {
    if (stop.signal.aborted) {
      printMessage(`\nGiving up: ${number(latest.sending)} receivers become unknown.\n`);
      abort.abort();
    } else {
      printMessage(
        `\nStopping: no batch begins, and ${number(latest.sending)} receivers in flight finish. Press Ctrl-C again to give up.\n`,
      );
      stop.abort();
    }
  });
  const json = line.flag("json");
  const print = (event: JobEvent): void => {
    if (json) out(`${JSON.stringify(event)}\n`);
  };
  const show = createProgressLine(() => performance.now());
  let shownAt = Number.NEGATIVE_INFINITY;
  const options: RunOptions = {
    operation,
    // In a shared journal, the settings of the other runners stay in force.
    ...(journal.isShared ? {} : { maxAtStake, batchSize }),
    ...paceOf(line),
    keepResults,
    takeover: line.flag("takeover"),
    signal: stop.signal,
    abortSignal: abort.signal,
    on: {
      event: print,
      progress: (progress) => {
        latest = progress.counts;
        const text = show(latest);
        if (json || performance.now() - shownAt < (terminal.isInteractive ? 200 : 10_000)) return;
        shownAt = performance.now();
        printMessage(terminal.isInteractive ? `\r\u001b[2K${text}` : `${text}\n`);
      },
    },
  };
  try {
    const summary = await runJob(journal, options);
    const problems = await journal.verify();
    for (const problem of problems) printMessage(`\nThe journal is damaged: ${problem}\n`);
    const reason = summary.reason === undefined ? "" : `: ${summary.reason}`;
    printMessage(
      `${terminal.isInteractive ? "\r\u001b[2K" : ""}${show(summary.counts)}\n${summary.state}${reason}\n`,
    );
    if (summary.counts.unknown + summary.counts.ran > 0) {
      printMessage("Some receivers may have been executed. List them: `np6-bulk report --state unknown`.\n");
    }
    return problems.length > 0 ? 3 : exitCode(summary);
  } catch (error) {
    if (!(error instanceof JournalWriteError)) throw error;
    // Requests may have been sent before, so this is not a wrong use, and the job can be resumed.
    printMessage(`\n${error.message}\n`);
    return 4;
  } finally {
    done();
  }
}

/** Ends the pause of a shared job, and sets the pace of its workers. It sends nothing itself. */
async function resumeWorkers(
  line: CommandLine,
  journal: Journal,
  { printMessage }: Terminal,
): Promise<number> {
  if (!journal.isShared) throw new BulkError("--workers is for a job in Postgres. Leave it out.");
  const { maxAtStake, notAfter, ...pace } = paceOf(line);
  const settings = { ...pace, notAfter: notAfter?.getTime() };
  const runner = await journal.startRunner({ resume: true, maxAtStake, pace: settings });
  await runner.end();
  printMessage("The workers continue.\n");
  return 0;
}
