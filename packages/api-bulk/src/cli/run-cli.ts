import { writeFile } from "node:fs/promises";
import { isNp6Error } from "@np6/api-client";
import { BulkError } from "../bulk-error.ts";
import type { Journal } from "../journal/journal.ts";
import { findDiskRisks } from "../planning/find-disk-risks.ts";
import { planJob } from "../planning/plan-job.ts";
import { renderReportPage } from "../report/render-page.ts";
import { writeReport } from "../report/write-report.ts";
import { resolveCommand } from "./commands/resolve-command.ts";
import { runCommand } from "./commands/run-command.ts";
import { statusCommand } from "./commands/status-command.ts";
import { workerCommand } from "./commands/worker-command.ts";
import { helpText } from "./help-text.ts";
import { openNamedJournal } from "./open-named-journal.ts";
import { type CommandLine, readOptions } from "./options.ts";
import { readReceivers } from "./read-receivers.ts";
import type { Terminal } from "./terminal.ts";

type Command = (line: CommandLine, journal: Journal, terminal: Terminal) => Promise<number>;

const states = ["pending", "sending", "done", "failed", "unknown", "ran", "skipped"] as const;

const plan: Command = async (line, journal, terminal) => {
  const type = line.text("receiver-type") ?? "id";
  const rows = readReceivers({
    file: line.required("receivers", "a CSV or NDJSON file, or - for standard input"),
    format: line.choice("format", ["csv", "ndjson"]),
    type,
    column: line.text("column"),
    delimiter: line.text("delimiter") ?? ",",
    stdin: terminal.stdin,
  });
  const workflowId = Number(line.required("workflow", "the id of the workflow"));
  if (!Number.isInteger(workflowId)) {
    throw new BulkError(`--workflow must be a whole number, and is ${line.text("workflow")}.`);
  }
  const counts = await planJob(journal, {
    operation: "executeWorkflowBatch",
    input: { workflowId },
    rows,
    duplicates: line.choice("duplicates", ["refuse", "first", "keep"]) ?? "refuse",
    onBadBatch: line.choice("on-bad-batch", ["unknown", "split"]) ?? "unknown",
    executionIds: line.flag("execution-ids"),
  });
  // Workers may be waiting already: a person decides when they begin.
  if (journal.isShared) await journal.pause("planned: `np6-bulk resume --workers` starts it");
  else for (const risk of await findDiskRisks(journal.name)) terminal.printMessage(`Warning: ${risk}\n`);
  terminal.printMessage(
    `${counts.pending.toLocaleString("en-US")} receivers planned, ${counts.skipped} duplicates skipped. Nothing was sent.\n`,
  );
  return 0;
};

const report: Command = async (line, journal, { printMessage }) => {
  const page = line.text("html");
  if (page !== undefined) await writeFile(page, await renderReportPage(journal), { mode: 0o600 });
  const out = page === undefined ? line.required("out", "the file to write") : line.text("out");
  if (out === undefined) return 0;
  const format =
    line.choice("format", ["csv", "ndjson"]) ?? (/\.(ndjson|jsonl)$/.test(out) ? "ndjson" : "csv");
  const { rows } = await writeReport(journal, { out, format, state: line.choice("state", states) });
  printMessage(`${rows.toLocaleString("en-US")} receivers written to ${out}\n`);
  return 0;
};

const keys: Command = async (line, journal, { out }) => {
  for await (const record of journal.keys.list({
    state: line.choice("state", ["open", "done", "unknown"]),
  })) {
    const { key = `sha256:${record.hash}`, state, takenAt, reason = "" } = record;
    const words = [state, new Date(takenAt).toISOString(), JSON.stringify(key), reason];
    out(`${line.flag("json") ? JSON.stringify(record) : words.join("  ").trimEnd()}\n`);
  }
  return 0;
};

const commands: Readonly<Record<string, Command>> = {
  plan,
  run: runCommand,
  resume: runCommand,
  worker: workerCommand,
  status: statusCommand,
  report,
  resolve: resolveCommand,
  keys,
  pause: async (line, journal) => {
    await journal.pause(line.text("reason") ?? "by a person");
    return 0;
  },
  cancel: async (line, journal) => {
    await journal.cancel(line.text("reason") ?? "by a person");
    return 0;
  },
  verify: async (_, journal, { out }) => {
    const problems = await journal.verify();
    out(problems.length === 0 ? "all invariants hold\n" : `${problems.join("\n")}\n`);
    return problems.length === 0 ? 0 : 1;
  },
  purge: async (line, journal, { printMessage }) => {
    if (!line.flag("yes")) throw new BulkError("purge removes all receivers from the journal. Add --yes.");
    await journal.purge();
    printMessage("The receivers were removed; counts and requests remain.\n");
    return 0;
  },
};

/** Runs the command. @returns the exit code; 1 for a wrong use, with a message */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  if (args.length === 0 || args.some((arg) => arg === "--help" || arg === "-h")) {
    terminal.out(helpText);
    return args.length === 0 ? 1 : 0;
  }
  let journal: Journal | undefined;
  try {
    const line = readOptions(args);
    journal = await openNamedJournal(line, terminal);
    return (await commands[line.command]?.(line, journal, terminal)) ?? 1;
  } catch (error) {
    const isKnown = error instanceof BulkError || isNp6Error(error);
    terminal.printMessage(`${isKnown ? (error as Error).message : (error as Error).stack}\n`);
    return 1;
  } finally {
    await journal?.close();
  }
}
