/** A failed result, and its position in the response. */
export interface FailedItem<Result> {
  /** Position in the response, from 0. */
  readonly index: number;
  readonly result: Result;
}

/**
 * Finds the failed results of an execution: those of type `error`. A batch is a success even when some or all of its
 * receivers failed.
 *
 * Two things were observed in another area of the API: `error` marks a failure, and results have the order of the
 * receivers. For workflows, neither is documented. Types unknown to this version do not count as failed.
 * @param results - the result of `executeWorkflow` or `executeWorkflowBatch`
 * @returns an empty list when none failed
 */
export function failedItems<Result extends { readonly type?: unknown }>(
  results: Result | readonly Result[],
): FailedItem<Result>[] {
  const items = Array.isArray(results) ? (results as readonly Result[]) : [results as Result];
  return items.map((result, index) => ({ index, result })).filter(({ result }) => result.type === "error");
}
