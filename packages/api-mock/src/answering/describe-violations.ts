import { isJsonObject } from "@np6/openapi-document";

function describeViolation(violation: unknown): string {
  if (!isJsonObject(violation)) return JSON.stringify(violation);
  const location = Array.isArray(violation.location) ? violation.location.join(".") : "";
  return `${location}: ${violation.message}`;
}

/**
 * Reads an `sl-violations` header into one line per violation, with location and message. A value that is not a JSON
 * array (Prism truncates long ones) becomes one line unchanged.
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
