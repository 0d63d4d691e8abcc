import { BulkError } from "./bulk-error.ts";

/** The journal could not be written. What was sent before stays true; nothing was sent after; the job can be resumed. */
export class JournalWriteError extends BulkError {
  override readonly name = "JournalWriteError";
}
