import { DocumentError, type DocumentProblem } from "../pointer/document-error.ts";
import type { Place } from "./source-file.ts";

/** Something that its author should know. */
export interface DocumentWarning extends DocumentProblem {
  /** Warnings of one kind are told together. */
  readonly kind: string;
}

/** All that is wrong is found; more than this says nobody anything new. */
const MOST_PROBLEMS = 100;

/** What is wrong with a document, and what is probably a mistake in it. */
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

  /** @throws DocumentError with all problems so far, if there are any */
  throwProblems(): void {
    if (this.problems.length > 0) throw DocumentError.of(this.problems);
  }
}
