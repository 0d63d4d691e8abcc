import { printable } from "./printable.ts";

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

/** Writes a location as `file#/pointer` or `file:line:column`, on one line. */
export function formatLocation(location: SourceLocation): string {
  const position = location.line === undefined ? "" : `:${location.line}:${location.column ?? 1}`;
  return printable(`${location.file ?? ""}${position}${location.pointer ?? ""}`);
}
