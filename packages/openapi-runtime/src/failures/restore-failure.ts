import { nextSteps } from "./next-step.ts";

/**
 * Whether a value has what every failure has. After a queue, a log or a worker it is a plain object, or an Error
 * without its class.
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
 * The JSON of the fields in a stack that ends with them: a last line of its own, which survives `structuredClone`.
 * @param label - the word before them
 */
export function fieldsInStack(stack: string | undefined, label: string): string | undefined {
  const beginning = `\n    [${label} {`;
  const text = stack ?? "";
  const at = text.lastIndexOf(beginning);
  return at > 0 && text.endsWith("}]") ? text.slice(at + beginning.length - 1, -1) : undefined;
}

/**
 * Gives a copy of a failure its fields back. `structuredClone` and `postMessage` leave of an Error only message, stack and
 * cause; a failure's stack ends with its fields.
 * @returns whether it is such a copy
 */
export function restoreFailure(value: unknown, label: string): boolean {
  if (!(value instanceof Error) || Object.isFrozen(value)) return false;
  const found = fieldsInStack(value.stack, label);
  if (found === undefined) return false;
  try {
    const fields: unknown = JSON.parse(found);
    if (!hasFailureFields(fields)) return false;
    const { name, ...others } = fields as Record<string, unknown>;
    // Not an error of somebody else's that took our stack into its own. A clone of Bun is called Error in its stack.
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
