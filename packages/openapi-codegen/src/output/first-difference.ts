/** The first line in which two texts differ. */
export interface LineDifference {
  /** Counted from 1. */
  readonly line: number;
  /** The expected line; `undefined` after the last line. */
  readonly expected: string | undefined;
  /** The actual line; `undefined` after the last line. */
  readonly found: string | undefined;
}

/** Finds the first line that differs. Line ends count: a carriage return is part of its line. */
export function firstDifference(expected: string, found: string): LineDifference | undefined {
  if (expected === found) return undefined;
  const expectedLines = expected.split("\n");
  const foundLines = found.split("\n");
  let index = 0;
  while (expectedLines[index] === foundLines[index]) index += 1;
  return { line: index + 1, expected: expectedLines[index], found: foundLines[index] };
}
