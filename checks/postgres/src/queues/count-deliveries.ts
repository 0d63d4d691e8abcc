import { type Journal, planJob } from "@np6/api-bulk";
import type { Mock } from "@np6/api-mock";

/** How an engine that repeats was tried. */
export interface QueueResult {
  readonly engine: string;
  /** How often a slice was begun, of how many slices. */
  readonly deliveries: number;
  readonly slices: number;
  readonly problems: readonly string[];
}

/** Closes what an engine was tried with. */
export const close = (opened: { readonly close: () => Promise<unknown> }): Promise<void> =>
  opened.close().then(() => {});

/** Plans a job of this many receivers, named after the engine. */
export async function planFor(journal: Journal, engine: string, receivers: number): Promise<void> {
  const executions = Array.from({ length: receivers }, (_, index) => ({
    receiver: { type: "id" as const, value: `${engine}-${index}` },
  }));
  await planJob(journal, { workflowId: 42, executions });
}

/** What is wrong when all has been delivered: nothing, or in words. */
export async function judge(
  journal: Journal,
  mock: Mock,
  deliveries: number,
  slices: number,
): Promise<readonly string[]> {
  const counts = await journal.counts();
  return [
    ...(await journal.verify()),
    ...(mock.executions.repeated > 0 ? [`${mock.executions.repeated} were executed twice`] : []),
    ...(counts.pending + counts.sending > 0 ? [`${counts.pending + counts.sending} are left`] : []),
    // Else nothing was tried.
    ...(deliveries > slices
      ? []
      : [`${deliveries} deliveries of ${slices} slices: the engine repeated none`]),
  ];
}
