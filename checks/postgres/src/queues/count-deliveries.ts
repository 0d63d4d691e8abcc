import { type Journal, planJob } from "@np6/api-bulk";
import type { Mock } from "@np6/api-mock";

/** The result of a test with an engine that repeats. */
export interface QueueResult {
  readonly engine: string;
  /** Number of started deliveries, for this number of slices. */
  readonly deliveries: number;
  readonly slices: number;
  readonly problems: readonly string[];
}

/** Closes a resource of an engine. */
export const close = (opened: { readonly close: () => Promise<unknown> }): Promise<void> =>
  opened.close().then(() => {});

/** Plans a job with this many receivers, named after the engine. */
export async function planFor(journal: Journal, engine: string, receivers: number): Promise<void> {
  const executions = Array.from({ length: receivers }, (_, index) => ({
    receiver: { type: "id" as const, value: `${engine}-${index}` },
  }));
  await planJob(journal, { workflowId: 42, executions });
}

/** Lists the problems after all deliveries; empty when there are none. */
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
    ...(counts.pending + counts.sending > 0 ? [`${counts.pending + counts.sending} have no outcome`] : []),
    // Without repetitions, the test would prove nothing.
    ...(deliveries > slices
      ? []
      : [`${deliveries} deliveries of ${slices} slices: the engine repeated none`]),
  ];
}
