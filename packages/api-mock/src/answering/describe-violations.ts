import { isJsonObject } from "@np6/openapi-document";

function describeViolation(violation: unknown): string {
  if (!isJsonObject(violation)) return JSON.stringify(violation);
  const location = Array.isArray(violation.location) ? violation.location.join(".") : "";
  return `${location}: ${violation.message}`;
}

/**
 * Reads an `sl-violations` header into one line for each violation: where it is and what it is. A value that is not a
 * JSON array (Prism cuts long ones) is one line as it is.
 */
export function describeViolations(header: string | undefined): readonly string[] {
  if (header === undefined) return [];
  try {
    const violations: unknown = JSON.parse(header);
    return Array.isArray(violations) ? violations.map(describeViolation) : [header];
  } catch {
    return [header];
  }
}
