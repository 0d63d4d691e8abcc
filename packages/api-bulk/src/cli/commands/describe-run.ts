import type { Counts, Journal } from "../../journal/journal.ts";

const number = (value: number): string => value.toLocaleString("en-US");

/** Settings of a run. */
export interface Described {
  readonly counts: Counts;
  readonly maxAtStake: number;
  readonly batchSize: number;
  readonly rate: number | undefined;
  readonly notAfter: Date | undefined;
  readonly canaryReceiver: string | undefined;
  readonly keepResults: boolean;
}

/** Describes a run before the user confirms it. */
export async function describeRun(journal: Journal, settings: Described): Promise<string> {
  const job = await journal.job();
  const { counts, maxAtStake, batchSize, rate, notAfter, canaryReceiver } = settings;
  const pending = { state: "pending" } as const;
  const shown: string[] = [];
  let last = "";
  for await (const { item } of journal.items(pending)) if (shown.push(JSON.stringify(item)) === 3) break;
  for await (const { item } of journal.items({ ...pending, order: "last-to-first" })) {
    last = JSON.stringify(item);
    break;
  }
  const bad =
    job?.onBadBatch === "split"
      ? "halves it, and both halves are sent: `split` states that none of it ran"
      : "makes it unknown";
  const fastest = rate === undefined ? "as fast as the API allows" : `at most ${rate} requests a second`;
  const size = Math.min(batchSize, maxAtStake);
  const steps = [1, 10, 100].filter((step) => step < size);
  const seconds = rate === undefined ? undefined : counts.pending / (rate * size);
  const lines = [
    `${job?.operation} ${JSON.stringify(job?.input)}`,
    `  to send      ${number(counts.pending)} of ${number(counts.total)} receivers`,
    ...(counts.sending === 0
      ? []
      : [`  unknown      ${number(counts.sending)} in flight when a process ended`]),
    ...(shown.length === 0 ? [] : [`  first        ${shown.join(", ")}`, `  last         ${last}`]),
    `  duplicates   ${number(counts.skipped)} skipped`,
    `  pace         ${steps.join(", ")}${steps.length > 0 ? ", then " : ""}${number(size)} at once; ${fastest}${
      seconds === undefined ? "" : `, so at least ${number(Math.ceil(seconds))} s`
    }`,
    `  at stake     at most ${number(maxAtStake)} receivers in flight: as many can become unknown at once`,
    `  a 400        on a batch ${bad}`,
    ...(notAfter === undefined ? [] : [`  not after    ${notAfter.toISOString()}`]),
    ...(canaryReceiver === undefined ? [] : [`  canary       ${canaryReceiver} first; then it asks you`]),
    ...(job?.executionIds ? ["  ids          each execution gets one, the same in each attempt"] : []),
    ...(settings.keepResults ? ["  results      kept in the journal"] : []),
    ...(job?.paused === undefined ? [] : [`  paused       ${job.paused}`]),
  ];
  return `${lines.join("\n")}\n`;
}
