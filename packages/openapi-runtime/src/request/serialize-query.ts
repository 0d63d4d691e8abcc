import { createQuerySerializer } from "openapi-fetch";
import { ConfigurationError } from "../failures/configuration-error.ts";
import type { NamedOperation } from "../table/api-description.ts";

/**
 * Writes query parameters as openapi-fetch does: arrays as repeated names, objects as `name[key]=value`; what is
 * undefined or null is left out.
 * @param values - query parameters by name; only own properties count
 * @returns the query without its question mark
 * @throws ConfigurationError for a value that a query cannot carry
 */
export function serializeQuery(operation: NamedOperation, values: object | undefined): string {
  if (values === undefined) return "";
  for (const [name, value] of Object.entries(values)) {
    const problem = findProblem(value);
    if (problem) throw new ConfigurationError(`query parameter \`${name}\` ${problem}.`, operation);
  }
  return createQuerySerializer<object>()({ ...values });
}

function findProblem(value: unknown): string | undefined {
  if (value instanceof Date) return "is a Date; pass it as the string that the spec asks for";
  if (typeof value !== "object" || value === null) return findScalarProblem(value);
  return Object.values(value)
    .map(findScalarProblem)
    .find((problem) => problem !== undefined);
}

function findScalarProblem(value: unknown): string | undefined {
  if (value === undefined || value === null || typeof value === "boolean") return undefined;
  if (typeof value === "number") return Number.isFinite(value) ? undefined : `is or holds ${value}`;
  if (typeof value !== "string") return `is or holds a ${typeof value} where a string belongs`;
  // Cs: surrogates without their other half, which have no UTF-8 form.
  return /\p{Cs}/u.test(value) ? "is or holds a lone surrogate" : undefined;
}
