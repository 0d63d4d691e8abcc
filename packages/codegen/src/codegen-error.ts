/** A place in an OpenAPI document. */
export interface SourceLocation {
  /** Path of the file, as shown to a person. Absent when only the parsed document is known. */
  readonly file?: string;
  /** JSON Pointer (RFC 6901) in URI fragment form, such as `#/paths/~1orders/get`. */
  readonly pointer?: string;
  /** Line in the file, counted from 1. Known for text that could not be parsed. */
  readonly line?: number;
  /** Column in the line, counted from 1. */
  readonly column?: number;
}

/** Writes a location as `file#/pointer` or `file:line:column`. */
export function formatLocation(location: SourceLocation): string {
  const position = location.line === undefined ? "" : `:${location.line}:${location.column ?? 1}`;
  return `${location.file ?? ""}${position}${location.pointer ?? ""}`;
}

/**
 * Bad input: the document, an option or a path cannot be used.
 *
 * The message stands alone: it names where, what rule is broken, and the way out. It is what the command line prints,
 * without a stack trace. Any other error that leaves this package is a defect of the package.
 */
export class CodegenError extends Error {
  /** What is wrong and what to do about it, without the locations. */
  readonly reason: string;
  /** Where it is wrong: none for a wrong option, two for a name that is used twice. */
  readonly locations: readonly SourceLocation[];

  constructor(reason: string, locations: readonly SourceLocation[] = [], options?: ErrorOptions) {
    const where = locations.map(formatLocation).join(" and ");
    super(where === "" ? reason : `${where}: ${reason}`, options);
    this.name = "CodegenError";
    this.reason = reason;
    this.locations = locations;
  }
}
