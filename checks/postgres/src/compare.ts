import type { Journal } from "@np6/api-bulk";
import type { Mock } from "@np6/api-mock";

/** The journal compared with the ledger of executions. */
export interface Account {
  readonly executedTwice: number;
  readonly doneNotExecuted: number;
  readonly notExecutedButExecuted: number;
  readonly unknown: number;
  readonly unknownThatRan: number;
  /** Unknown since the end of a lease, and not resolved. */
  readonly byLease: number;
  /** Unknown because the API's response left it open. */
  readonly byAnswer: number;
  readonly mostByOneLease: number;
  /** Receivers whose response was recorded after the end of their lease. */
  readonly late: number;
  /** Violations and wrong states, in words. */
  readonly problems: readonly string[];
}

/** Compares a journal's state of every receiver with the executions. */
export async function compare(
  journal: Journal,
  { executions }: Pick<Mock, "executions">,
  maxAtStake: number,
): Promise<Account> {
  let [doneNotExecuted, notExecutedButExecuted, unknown, unknownThatRan] = [0, 0, 0, 0];
  for await (const { item, state } of journal.items()) {
    const times = executions.get((item as { readonly receiver: unknown }).receiver)?.times ?? 0;
    if (state === "done" && times === 0) doneNotExecuted += 1;
    if ((state === "pending" || state === "failed") && times > 0) notExecutedButExecuted += 1;
    if (state === "unknown" || state === "ran") {
      unknown += 1;
      unknownThatRan += times;
    }
  }
  const counts = await journal.counts();
  const events = await journal.events();
  const detailOf = (kind: string) =>
    events
      .filter((event) => event.kind === kind)
      .map(({ detail }) => detail as Record<string, number | boolean>);
  const leases = detailOf("lease").map(({ interrupted }) => Number(interrupted));
  const late = detailOf("late")
    .filter(({ kept }) => kept === true)
    .reduce((sum, { items }) => sum + Number(items), 0);
  let byAnswer = 0;
  for await (const { first, last, outcome, endedAt } of journal.attempts()) {
    if (endedAt !== undefined && (outcome === "unknown" || outcome === "ran")) byAnswer += last - first + 1;
  }
  const byLease = leases.reduce((sum, items) => sum + items, 0);
  const mostByOneLease = Math.max(0, ...leases);
  const unclear = await unclearItems(journal);
  const problems = [
    ...(await journal.verify()),
    ...(executions.repeated > 0 ? [`${executions.repeated} were executed twice`] : []),
    ...(doneNotExecuted > 0 ? [`${doneNotExecuted} are recorded as done, but were not executed`] : []),
    ...(notExecutedButExecuted > 0
      ? [`${notExecutedButExecuted} are recorded as not executed, but were`]
      : []),
    ...(counts.pending + counts.sending > 0 ? [`${counts.pending + counts.sending} have no outcome`] : []),
    ...(mostByOneLease > maxAtStake
      ? [`one expired lease left ${mostByOneLease} unknown, more than the limit of ${maxAtStake}`]
      : []),
    ...(unknown + late !== byLease + byAnswer + unclear
      ? [
          `${unknown} are unknown and ${late} arrived late, but leases left ${byLease} and responses ${byAnswer + unclear}`,
        ]
      : []),
  ];
  return {
    executedTwice: executions.repeated,
    doneNotExecuted,
    notExecutedButExecuted,
    unknown,
    unknownThatRan,
    byLease,
    byAnswer: byAnswer + unclear,
    mostByOneLease,
    late,
    problems,
  };
}

/** Counts items of answered batches whose own result could not be read. */
async function unclearItems(journal: Journal): Promise<number> {
  let items = 0;
  for await (const { attempts } of journal.items({ state: "unknown" })) {
    if (attempts.at(-1)?.outcome === "answered") items += 1;
  }
  return items;
}
