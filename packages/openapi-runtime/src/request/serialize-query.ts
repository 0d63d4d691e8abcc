import { Refusal } from "../failures/refusal.ts";
import type { NamedOperation } from "../table/api-description.ts";

/**
 * Writes query parameters like openapi-fetch by default: arrays as repeated names, objects as `name[key]=value`,
 * without undefined or null. If the document declares a separator for a list, the list becomes one parameter.
 * @param values - query parameters by name; only own properties count
 * @returns the query without its question mark
 * @throws Refusal for a value that a query cannot represent
 */
export function serializeQuery(operation: NamedOperation, values: object | undefined): string {
  checkQuery(operation, values);
  return Object.entries(values ?? {})
    .filter(
      ([, value]) => !(value === undefined || value === null || (Array.isArray(value) && value.length === 0)),
    )
    .map(([name, value]) => serialize(name, value, operation.querySeparators?.[name]))
    .join("&");
}

function serialize(name: string, value: unknown, separator: string | undefined): string {
  if (Array.isArray(value) && separator !== undefined) {
    const items = value.filter((item) => item !== undefined && item !== null);
    return `${name}=${items.map((item) => encodeURIComponent(String(item))).join(separator)}`;
  }
  if (Array.isArray(value)) return Array.from(value, (item) => pair(name, item)).join("&");
  if (typeof value !== "object" || value === null) return pair(name, value);
  return Object.entries(value)
    .map(([key, member]) => pair(`${name}[${key}]`, member))
    .join("&");
}

function pair(name: string, value: unknown): string {
  return value === undefined || value === null ? "" : `${name}=${encodeURIComponent(String(value))}`;
}

/** @throws Refusal for a value that a query cannot represent */
export function checkQuery(operation: NamedOperation, values: object | undefined): void {
  for (const [name, value] of Object.entries(values ?? {})) {
    const problem = findProblem(value);
    if (problem) throw new Refusal(`query parameter \`${name}\` ${problem}.`, operation);
  }
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
  if (typeof value === "number") return Number.isFinite(value) ? undefined : `is or contains ${value}`;
  if (typeof value !== "string") return `is or contains a ${typeof value} where a string belongs`;
  // Cs: surrogates without their other half, which have no UTF-8 form.
  return /\p{Cs}/u.test(value) ? "is or contains a lone surrogate" : undefined;
}
