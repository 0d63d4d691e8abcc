import { DocumentError, type DocumentProblem, type SourceLocation } from "@np6/openapi-document";

export type { SourceLocation };

/**
 * An error of the input: the document, an option or a path cannot be used.
 *
 * The message states the location, the broken rule and the way out; the command line prints it without a stack trace.
 * Text of the document is escaped in it, so that it can neither start a new line nor control a terminal. Any other
 * error that leaves this package is a defect of the package.
 */
export class CodegenError extends Error {
  /** The problem and the way out, without the locations, on one line. */
  readonly reason: string;
  /** Locations of the problem: none for a wrong option, two for a name that is used twice. */
  readonly locations: readonly SourceLocation[];

  /** @param others further problems of the same document, each printed on its own line */
  constructor(
    reason: string,
    locations: readonly SourceLocation[] = [],
    options?: ErrorOptions,
    others: readonly DocumentProblem[] = [],
  ) {
    const described = new DocumentError(reason, locations, undefined, others);
    super(described.message, options);
    this.name = "CodegenError";
    this.reason = described.reason;
    this.locations = locations;
  }

  /** Converts an error of a document into an error of this package; any other error is returned unchanged. */
  static from(error: unknown): unknown {
    if (!isDocumentError(error)) return error;
    return new CodegenError(error.reason, error.locations, { cause: error }, error.others);
  }
}

/** Compares the name too: the package that compares documents has its own copy of the reader, and so its own class. */
function isDocumentError(error: unknown): error is DocumentError {
  return error instanceof DocumentError || (error instanceof Error && error.name === "DocumentError");
}
