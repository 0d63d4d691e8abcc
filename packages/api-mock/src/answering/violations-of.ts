import { isJsonObject } from "@np6/openapi-document";
import type { Violation } from "../checking/violation.ts";
import { toAsciiJson } from "../wire/to-ascii-json.ts";

/** What clients and proxies take of one header, and more than a reader does. In bytes. */
const longest = 4000;

/**
 * Reads an `sl-violations` header.
 *
 * @returns none for no header; undefined for one that is no list (Prism cuts long ones)
 */
export function violationsOf(header: string | undefined): Violation[] | undefined {
  if (header === undefined) return [];
  try {
    const violations: unknown = JSON.parse(header);
    if (!Array.isArray(violations)) return undefined;
    return violations.filter(
      (violation): violation is Violation => isJsonObject(violation) && Array.isArray(violation.location),
    );
  } catch {
    return undefined;
  }
}

/** Writes violations as a header: as many as it can carry, and the first one in any case. */
export function writeViolations(violations: readonly Violation[]): string {
  let kept = violations;
  let text = toAsciiJson(JSON.stringify(kept));
  while (text.length > longest && kept.length > 1) {
    kept = kept.slice(0, Math.ceil(kept.length / 2));
    text = toAsciiJson(JSON.stringify(kept));
  }
  return text;
}
