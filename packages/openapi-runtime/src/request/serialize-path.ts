import { Refusal } from "../failures/refusal.ts";
import type { NamedOperation, PathParameter } from "../table/api-description.ts";

const int32 = { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 };

/**
 * Fills the operation's path template.
 * @param values - path parameters by name; only own properties count
 * @returns the path, each value percent-encoded
 * @throws Refusal for a missing, unknown or invalid value. Without this check openapi-fetch would send a literal
 *   `{id}`, and a value of `..` would lead to another path (both measured).
 */
export function serializePath(operation: NamedOperation, values: object | undefined): string {
  const parameters = (values ?? {}) as Readonly<Record<string, unknown>>;
  for (const name in parameters) {
    if (!Object.hasOwn(parameters, name) || Object.hasOwn(operation.pathParameters, name)) continue;
    const names = Object.keys(operation.pathParameters).join(", ") || "none";
    throw new Refusal(`unknown path parameter \`${name}\`; known: ${names}.`, operation);
  }
  return partsOf(operation).reduce(
    // `split` returns text and names alternately.
    (path, part, index) => path + (index % 2 === 0 ? part : serializeParameter(operation, part, parameters)),
    "",
  );
}

function serializeParameter(
  operation: NamedOperation,
  name: string,
  parameters: Readonly<Record<string, unknown>>,
): string {
  const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  const problem = findProblem(value, operation.pathParameters[name] ?? {});
  if (problem) throw new Refusal(`path parameter \`${name}\` ${problem}.`, operation);
  return encodeURIComponent(String(value));
}

/** Path templates, split once per operation, because every call needs the parts. */
const partsByOperation = new WeakMap<NamedOperation, readonly string[]>();

function partsOf(operation: NamedOperation): readonly string[] {
  const parts = partsByOperation.get(operation) ?? operation.path.split(/\{([^{}]+)\}/);
  partsByOperation.set(operation, parts);
  return parts;
}

function findProblem(value: unknown, { type, format }: PathParameter): string | undefined {
  if (value === undefined || value === null) return "is missing";
  if (type === "integer") return findIntegerProblem(value, format);
  if (type === "number") return Number.isFinite(value) ? undefined : "must be a finite number";
  if (type === "boolean") return typeof value === "boolean" ? undefined : "must be true or false";
  if (typeof value !== "string") return "must be a string";
  if (value === "") return "must not be empty";
  if (value.split(/[\\/]/).some((segment) => segment === "." || segment === "..")) {
    return "must not contain a `.` or `..` segment";
  }
  // Cc: control characters; Cs: surrogates without their other half, which have no UTF-8 form.
  return /[\p{Cc}\p{Cs}]/u.test(value) ? "must not contain control characters or lone surrogates" : undefined;
}

function findIntegerProblem(value: unknown, format: string | undefined): string | undefined {
  if (!Number.isSafeInteger(value)) return "must be an integer";
  const outside = Number(value) < int32.minimum || Number(value) > int32.maximum;
  return format === "int32" && outside ? `must be from ${int32.minimum} to ${int32.maximum}` : undefined;
}
