import { nextSteps } from "./next-step.ts";
import { fieldsInStack } from "./np6-error.ts";

/**
 * Whether a value has what every failure has: after a queue, a log or a worker it is a plain object, or an Error without its class.
 */
export function hasFailureFields(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { kind, attempts, outcomeUnknown, next } = value as Record<string, unknown>;
  return (
    typeof kind === "string" &&
    typeof attempts === "number" &&
    typeof outcomeUnknown === "boolean" &&
    nextSteps.some((step) => step === next)
  );
}

/**
 * Gives a copy of a failure its fields back. `structuredClone` and `postMessage` leave of an Error only message, stack and
 * cause; a failure's stack ends with its fields.
 * @returns whether it is such a copy
 */
export function restoreFailure(value: unknown): boolean {
  if (!(value instanceof Error) || Object.isFrozen(value)) return false;
  const found = fieldsInStack.exec(value.stack ?? "")?.[1];
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
