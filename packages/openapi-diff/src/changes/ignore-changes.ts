import { DocumentError } from "@np6/openapi-document";
import { largestBump } from "./bump.ts";
import type { SpecDiff } from "./spec-change.ts";

/** A comparison without the changes that a user chose to ignore. */
export interface RemainingDiff extends SpecDiff {
  /** Number of ignored changes. */
  readonly ignored: number;
}

/**
 * Removes the changes that a file lists: a fingerprint and a reason per line. Lines that start with `#` are comments.
 *
 * @param file name of the file, for messages
 * @throws DocumentError with the line number, for a missing reason or an unknown fingerprint
 */
export function ignoreChanges({ changes }: SpecDiff, text: string, file: string): RemainingDiff {
  const known = new Set(changes.map(({ fingerprint }) => fingerprint));
  const ignored = new Set<string | undefined>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, fingerprint, reason] = /^([0-9a-f]{12})(?:\s+(\S.*))?$/.exec(line.trimEnd()) ?? [];
    const location = { file, line: index + 1, column: 1 };
    if (fingerprint === undefined)
      throw new DocumentError("a line has a fingerprint of 12 hexadecimal digits and a reason", [location]);
    if (reason === undefined)
      throw new DocumentError(`${fingerprint} has no reason; write one behind the fingerprint`, [location]);
    if (!known.has(fingerprint))
      throw new DocumentError(`${fingerprint} is no change between these documents; remove the line`, [
        location,
      ]);
    ignored.add(fingerprint);
  }
  const rest = changes.filter(({ fingerprint }) => !ignored.has(fingerprint));
  return { bump: largestBump(rest.map(({ bump }) => bump)), changes: rest, ignored: ignored.size };
}
