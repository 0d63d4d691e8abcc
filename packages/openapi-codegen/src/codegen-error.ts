import { DocumentError, type DocumentProblem, type SourceLocation } from "@np6/openapi-document";

export type { SourceLocation };

/**
 * Bad input: the document, an option or a path cannot be used.
 *
 * The message stands alone: it names where, what rule is broken, and the way out. It is what the command line prints,
 * without a stack trace. Text of the document stands in it escaped, so that it neither begins a line nor steers a terminal.
 * Any other error that leaves this package is a defect of the package.
 */
export class CodegenError extends Error {
  /** What is wrong and what to do about it, without the locations, on one line. */
  readonly reason: string;
  /** Where it is wrong: none for a wrong option, two for a name that is used twice. */
  readonly locations: readonly SourceLocation[];

  /** @param others further problems of the same document, each told on a line of its own */
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

  /** The same as an error of this package; what is no error of a document stays as it is. */
  static from(error: unknown): unknown {
    if (!isDocumentError(error)) return error;
    return new CodegenError(error.reason, error.locations, { cause: error }, error.others);
  }
}

/** Also of another copy of the reader, as the package that compares documents has. */
function isDocumentError(error: unknown): error is DocumentError {
  return error instanceof DocumentError || (error instanceof Error && error.name === "DocumentError");
}
