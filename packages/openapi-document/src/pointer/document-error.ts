import { printable } from "./printable.ts";
import { formatLocation, type SourceLocation } from "./source-location.ts";

/** A problem at a location of the document. */
export interface DocumentProblem {
  readonly reason: string;
  readonly location: SourceLocation;
}

/** The maximum number of problems that are listed below the first one; more would not be read. */
const SHOWN = 10;

/**
 * An error of the document or of an option of its reader.
 *
 * The message states the location, the broken rule and the way out. Text of the document is escaped in it, so that it
 * can neither start a new line nor control a terminal.
 */
export class DocumentError extends Error {
  /** The problem and the way out, without the locations, on one line. */
  readonly reason: string;
  /** Locations of the problem: none for a wrong option, two for a name that is used twice. */
  readonly locations: readonly SourceLocation[];
  /** Further problems of the same document, each printed on its own line. */
  readonly others: readonly DocumentProblem[];

  constructor(
    reason: string,
    locations: readonly SourceLocation[] = [],
    options?: ErrorOptions,
    others: readonly DocumentProblem[] = [],
  ) {
    const where = locations.map(formatLocation).join(" and ");
    const what = printable(reason);
    const lines = others.map((other) => `\n  ${formatLocation(other.location)}: ${printable(other.reason)}`);
    super((where === "" ? what : `${where}: ${what}`) + lines.join(""), options);
    this.name = "DocumentError";
    this.reason = what;
    this.locations = locations;
    this.others = others;
  }

  /** Makes one error of all problems of a document. The list must not be empty. */
  static of([first, ...others]: readonly DocumentProblem[], options?: ErrorOptions): DocumentError {
    const rest = others.length - SHOWN;
    const reason = rest > 0 ? `${first?.reason} (and ${rest} more below these)` : (first?.reason ?? "");
    const locations = first === undefined ? [] : [first.location];
    return new DocumentError(reason, locations, options, others.slice(0, SHOWN));
  }
}
