import { DocumentError, type DocumentProblem } from "../pointer/document-error.ts";
import type { Place } from "./source-file.ts";

/** A probable mistake, for the document's author. */
export interface DocumentWarning extends DocumentProblem {
  /** Warnings of one kind are grouped. */
  readonly kind: string;
}

/** The number of problems that are kept; more would not help the author. */
const MOST_PROBLEMS = 100;

/** The problems and probable mistakes of a document. */
export class Findings {
  readonly problems: DocumentProblem[] = [];
  readonly warnings: DocumentWarning[] = [];

  problem({ file, pointer }: Place, reason: string): undefined {
    if (this.problems.length < MOST_PROBLEMS)
      this.problems.push({ reason, location: { file: file.shown, pointer } });
    return undefined;
  }

  warn(kind: string, { file, pointer }: Place, reason: string): void {
    this.warnings.push({ kind, reason, location: { file: file.shown, pointer } });
  }

  /** Throws a DocumentError with all problems so far, if there are any. */
  throwProblems(): void {
    if (this.problems.length > 0) throw DocumentError.of(this.problems);
  }
}
