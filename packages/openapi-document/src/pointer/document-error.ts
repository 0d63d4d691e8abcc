import { printable } from "./printable.ts";
import { formatLocation, type SourceLocation } from "./source-location.ts";

/** Something that is wrong at a place of the document. */
export interface DocumentProblem {
  readonly reason: string;
  readonly location: SourceLocation;
}

/** More than this on one screen helps nobody; the rest is counted. */
const SHOWN = 10;

/**
 * The document, or an option of its reader, cannot be used.
 *
 * The message stands alone: where, what rule is broken, and the way out. Text of the document stands in it escaped, so that it
 * neither begins a line nor steers a terminal.
 */
export class DocumentError extends Error {
  /** What is wrong and what to do about it, without the locations, on one line. */
  readonly reason: string;
  /** Where it is wrong: none for a wrong option, two for a name that is used twice. */
  readonly locations: readonly SourceLocation[];
  /** Further problems of the same document, each told on a line of its own. */
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

  /** Makes one error of all problems of a document; there is one at least. */
  static of([first, ...others]: readonly DocumentProblem[], options?: ErrorOptions): DocumentError {
    const rest = others.length - SHOWN;
    const reason = rest > 0 ? `${first?.reason} (and ${rest} more below these)` : (first?.reason ?? "");
    const locations = first === undefined ? [] : [first.location];
    return new DocumentError(reason, locations, options, others.slice(0, SHOWN));
  }
}
