import type { Refusal } from "../wire/refusal.ts";
import type { Operation } from "./read-specification.ts";

function isTemplate(segment: string): boolean {
  return segment.includes("{");
}

/** Patterns of templates, compiled once, because each request is compared with every template. */
const patterns = new Map<string, RegExp>();

function patternOf(template: string): RegExp {
  const cached = patterns.get(template);
  if (cached !== undefined) return cached;
  const literals = template
    .split(/\{[^}]*\}/)
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  // A segment of dots does not match: it would be resolved on its way (RFC 3986, section 5.2.4).
  const pattern = new RegExp(`^${literals.join("(?!\\.{1,2}(?:/|$))[^/]+")}$`);
  patterns.set(template, pattern);
  return pattern;
}

/** Sorts the more literal template first: the first segment of different kind decides (OpenAPI 3.1, 4.8.8). */
function byLiterals(left: Operation, right: Operation): number {
  const rights = right.path.split("/").map(isTemplate);
  for (const [index, templated] of left.path.split("/").map(isTemplate).entries()) {
    if (templated !== rights[index]) return templated ? 1 : -1;
  }
  return 0;
}

/**
 * Finds the operation of a request.
 *
 * @param path the request's path as sent, without the query
 * @returns the operation, or a refusal: 404 for an unknown path, 405 for a known path with another method
 */
export function matchOperation(
  operations: readonly Operation[],
  method: string,
  path: string,
): Operation | Refusal {
  const onPath = operations.filter((operation) => patternOf(operation.path).test(path)).sort(byLiterals);
  const match = onPath.find((operation) => operation.method === method);
  if (match !== undefined) return match;
  if (onPath.length > 0) {
    const allowed = [...new Set(onPath.map((operation) => operation.method))].join(", ");
    return {
      status: 405,
      headers: { allow: allowed },
      detail: `The document declares this path only with ${allowed}, not with ${method}. Send ${allowed}, or add the operation to the document.`,
    };
  }
  const documented = operations.map((operation) => `${operation.method} ${operation.path}`).join(", ");
  return {
    status: 404,
    detail: `No operation of the document has this path. Call one of: ${documented}. Path segments must match exactly, and a trailing slash counts.`,
  };
}
