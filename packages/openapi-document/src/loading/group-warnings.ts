import { printable } from "../pointer/printable.ts";
import { formatLocation, type SourceLocation } from "../pointer/source-location.ts";

/** A warning and its location. */
export interface LocatedWarning {
  /** Warnings of one kind are grouped; a warning without a kind is printed alone. */
  readonly kind?: string;
  readonly location: SourceLocation;
  readonly reason: string;
}

/** The number of further locations that are printed. */
const SHOWN = 3;

/** Formats warnings, one line per kind: the first warning, the number of others, and the locations of the next ones. */
export function groupWarnings(warnings: readonly LocatedWarning[]): string[] {
  const groups = new Map<string, LocatedWarning[]>();
  for (const warning of warnings) {
    const key = warning.kind ?? `${formatLocation(warning.location)}: ${warning.reason}`;
    const group = groups.get(key) ?? [];
    group.push(warning);
    groups.set(key, group);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [describe(first, others)],
  );
}

function describe(first: LocatedWarning, others: readonly LocatedWarning[]): string {
  const line = `${formatLocation(first.location)}: ${printable(first.reason)}`;
  const places = [...new Set(others.map(({ location }) => formatLocation(location)))];
  if (places.length === 0) return line;
  const named = places.slice(0, SHOWN).join(", ");
  return `${line} (${places.length} more like this: ${named}${places.length > SHOWN ? ", …" : ""})`;
}
