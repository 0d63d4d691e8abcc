import type { Counts } from "../journal/journal.ts";
import { lengthen } from "./text-form.ts";
import { planHash } from "./write-plan.ts";

type Row = Readonly<Record<string, unknown>>;
type Rows = Iterable<Row> | AsyncIterable<Row>;

/** Data for the checks, from either database. */
export interface InvariantSource {
  /** The row of the job, with the largest number of receivers at stake. */
  readonly job: Row;
  readonly counts: Counts;
  /** `id`, `first` and `last` of the batches that were not split, in the order of `first`. */
  readonly live: Rows;
  /** `batch`, `n`, `first` and `last` of the attempts that may have run, in the order of `first` and `last`. */
  readonly attempts: Rows;
  /** Number of receivers in a range that a person resolved as not run; repeated resolutions count twice. */
  readonly clearedIn: (first: number, last: number) => number | Promise<number>;
  /** Number of outcomes without an answered batch. */
  readonly strays: number;
  /** The triggers that exist, and those that should. */
  readonly rules: { readonly present: readonly string[]; readonly required: readonly string[] };
  /** The stored items, in order. */
  readonly bodies: () => Iterable<string> | AsyncIterable<string>;
}

/**
 * Checks the invariants of a planned job.
 *
 * @returns the broken ones, one line each, beginning with the invariant's name
 */
export async function checkInvariants(source: InvariantSource): Promise<string[]> {
  const { job, counts, strays, rules } = source;
  const problems: string[] = [];
  let next = 1;
  for await (const { id, first, last } of source.live) {
    if (Number(first) > next) problems.push(`I1 receivers ${next} to ${Number(first) - 1} are in no batch`);
    if (Number(first) < next) problems.push(`I1 batch ${id} has receivers of the previous batch`);
    next = Math.max(next, Number(last) + 1);
  }
  if (next !== Number(job.total) + 1) {
    problems.push(`I1 the batches end at receiver ${next - 1}, the plan at ${job.total}`);
  }
  if (counts.sending > Number(job.max_at_stake)) {
    problems.push(`I2 ${counts.sending} receivers are in flight, more than the limit of ${job.max_at_stake}`);
  }
  problems.push(...(await executedTwice(source)));
  if (counts.total !== Number(job.total) || Object.values(counts).some((count) => count < 0)) {
    problems.push(`I4 the counts are ${JSON.stringify(counts)}, and the plan has ${job.total} receivers`);
  }
  if (strays > 0) problems.push(`I5 ${strays} outcomes belong to no answered batch`);
  for (const name of rules.required) {
    if (!rules.present.includes(name)) problems.push(`I6 the rule ${name} is missing`);
  }
  if (job.purged_at === null) {
    const hash = planHash(String(job.operation), JSON.parse(String(job.input)));
    const form = { prefix: String(job.prefix), suffix: String(job.suffix) };
    let items = 0;
    let texts = "";
    for await (const body of source.bodies()) {
      texts += `${lengthen(form, body)}\n`;
      items += 1;
      if (texts.length < 2 ** 16) continue;
      hash.update(texts);
      texts = "";
    }
    hash.update(texts);
    if (hash.digest("hex") !== job.plan_hash || items !== Number(job.total)) {
      problems.push("I7 the receivers are not those that were planned");
    }
  }
  return problems;
}

/** Finds two attempts for a receiver that may both have run, without a resolution in between that the first did not. */
async function executedTwice({ attempts, clearedIn }: InvariantSource): Promise<string[]> {
  const problems: string[] = [];
  let open: { readonly name: string; readonly first: number; readonly last: number }[] = [];
  for await (const attempt of attempts) {
    const [first, last] = [Number(attempt.first), Number(attempt.last)];
    const name = `batch ${attempt.batch} attempt ${attempt.n}`;
    open = open.filter((earlier) => earlier.last >= first);
    for (const earlier of open) {
      const end = Math.min(last, earlier.last);
      if ((await clearedIn(first, end)) < end - first + 1) {
        problems.push(
          `I3 receivers ${first} to ${end} are in ${earlier.name} and ${name}, and both may have run`,
        );
      }
    }
    open.push({ name, first, last });
  }
  return problems;
}
