import { printable } from "../printable.ts";
import { formatLocation, type SourceLocation } from "../source-location.ts";

/** Something that is wrong at a place of the document. */
export interface DocumentProblem {
  readonly reason: string;
  readonly location: SourceLocation;
}

/** A document that cannot be read. It has one problem at least. */
export class DocumentError extends Error {
  readonly problems: readonly DocumentProblem[];

  constructor(problems: readonly DocumentProblem[], options?: ErrorOptions) {
    super(
      problems.map(({ reason, location }) => `${formatLocation(location)}: ${printable(reason)}`).join("\n"),
      options,
    );
    this.name = "DocumentError";
    this.problems = problems;
  }
}
