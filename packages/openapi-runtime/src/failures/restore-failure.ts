import { nextSteps } from "./next-step.ts";

/**
 * Whether a value has the fields of every failure. After a queue, a log or a worker, a failure is a plain object, or an
 * Error without its class.
 */
export function hasFailureFields(value: unknown): boolean {
  const { kind, attempts, outcomeUnknown, next } = Object(value) as Record<string, unknown>;
  return (
    typeof kind === "string" &&
    typeof attempts === "number" &&
    typeof outcomeUnknown === "boolean" &&
    nextSteps.some((step) => step === next)
  );
}

/**
 * Finds the JSON of the fields in the last line of a stack, which survives `structuredClone`.
 * @param label - the word before the JSON
 */
export function fieldsInStack(stack: string | undefined, label: string): string | undefined {
  const beginning = `\n    [${label} {`;
  const text = stack ?? "";
  const at = text.lastIndexOf(beginning);
  return at > 0 && text.endsWith("}]") ? text.slice(at + beginning.length - 1, -1) : undefined;
}

/**
 * Restores the fields of a copied failure. `structuredClone` and `postMessage` keep only message, stack and cause of an
 * Error. The fields are in the last line of the stack.
 * @returns whether the value is such a copy
 */
export function restoreFailure(value: unknown, label: string): boolean {
  if (!(value instanceof Error) || Object.isFrozen(value)) return false;
  const json = fieldsInStack(value.stack, label);
  if (json === undefined) return false;
  try {
    const fields: unknown = JSON.parse(json);
    if (!hasFailureFields(fields)) return false;
    const { name, ...others } = fields as Record<string, unknown>;
    // Excludes other errors whose stack contains ours. In its stack, Bun calls a clone "Error".
    const { operationId, method, path } = others;
    const isOurs =
      value.stack?.startsWith(`${name}: ${value.message}`) ||
      value.message.startsWith(`${operationId} (${method} ${path}): `);
    if (!isOurs) return false;
    Object.defineProperty(value, "name", { value: name, configurable: true, writable: true });
    Object.assign(value, others);
    return true;
  } catch {
    return false;
  }
}
