import { printable } from "./printable.ts";

/** A location in an OpenAPI document. */
export interface SourceLocation {
  /** Path of the file, as shown to people. Absent when only the parsed document is available. */
  readonly file?: string;
  /** JSON Pointer (RFC 6901) in URI fragment form, such as `#/paths/~1orders/get`. */
  readonly pointer?: string;
  /** Line in the file, counted from 1. Present for text that could not be parsed. */
  readonly line?: number;
  /** Column in the line, counted from 1. */
  readonly column?: number;
}

/** Formats a location as `file#/pointer` or `file:line:column`, on one line. */
export function formatLocation(location: SourceLocation): string {
  const position = location.line === undefined ? "" : `:${location.line}:${location.column ?? 1}`;
  return printable(`${location.file ?? ""}${position}${location.pointer ?? ""}`);
}
