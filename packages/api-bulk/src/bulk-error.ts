/** An error that a person has to fix before the job continues. It caused no request. */
export class BulkError extends Error {
  override readonly name: string = "BulkError";
}
