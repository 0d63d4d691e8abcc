/** A result that says that it failed, and where it stands in the answer. */
export interface FailedItem<Result> {
  /** Place in the answer, from 0. */
  readonly index: number;
  readonly result: Result;
}

/**
 * The results of an execution that say that they failed: those of type `error`. A batch is a success also when it failed for
 * some, and even for all of its receivers.
 *
 * Two things were seen on another area of the API: `error` is the word for it, and results come in the order of the
 * receivers. For workflows nobody documents it. A type that this version does not know is not among the failed ones.
 * @param results - what `executeWorkflow` or `executeWorkflowBatch` returned
 * @returns an empty list when none failed
 */
export function failedItems<Result extends { readonly type?: unknown }>(
  results: Result | readonly Result[],
): FailedItem<Result>[] {
  const all = Array.isArray(results) ? (results as readonly Result[]) : [results as Result];
  return all.map((result, index) => ({ index, result })).filter(({ result }) => result.type === "error");
}
