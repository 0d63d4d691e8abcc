import { BulkError } from "./bulk-error.ts";

/** The journal could not be written. Its entries remain true, nothing was sent since, and the job can be resumed. */
export class JournalWriteError extends BulkError {
  override readonly name = "JournalWriteError";
}
