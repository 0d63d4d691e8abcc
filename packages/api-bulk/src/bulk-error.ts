/** Something that a person has to put right before the job goes on. Nothing was sent because of it. */
export class BulkError extends Error {
  override readonly name: string = "BulkError";
}
