import { printable } from "../pointer/printable.ts";
import { formatLocation, type SourceLocation } from "../pointer/source-location.ts";

/** A warning and where it was written. */
export interface LocatedWarning {
  /** Warnings of one kind are told together; one without a kind stands alone. */
  readonly kind?: string;
  readonly location: SourceLocation;
  readonly reason: string;
}

/** How many further places are named. */
const SHOWN = 3;

/** Writes warnings, a line for each kind: the first as it is, how many more there are, and where the next ones stand. */
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
