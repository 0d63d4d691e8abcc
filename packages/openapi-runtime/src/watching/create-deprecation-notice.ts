import type { NamedOperation } from "../table/api-description.ts";
import { type Hooks, notify } from "./hooks.ts";

/**
 * Makes the function that gets every call, and calls the hook once for each deprecated operation or input. Once per
 * client, not per process: two parts of a program with a client each need the notices for their own calls.
 */
export function createDeprecationNotice(
  hook: Hooks["deprecated"],
): (operation: NamedOperation, init: object) => void {
  if (hook === undefined) return () => undefined;
  const reported = new Set<string>();
  const notifyOnce = (
    { operationId, method, path, sunsets }: NamedOperation,
    input: string | undefined,
  ): void => {
    const thing = `${operationId} ${input}`;
    if (reported.has(thing)) return;
    reported.add(thing);
    notify(hook, { operationId, method, path, input, sunset: sunsets?.[input ?? ""] });
  };
  return (operation, init) => {
    if (operation.deprecated === true) notifyOnce(operation, undefined);
    for (const path of operation.deprecatedInputs ?? []) {
      if (isSet(init, path)) notifyOnce(operation, path.join(".").replaceAll(".[]", "[]"));
    }
  };
}

/** Whether a call's input has a value at a path. */
function isSet(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return value !== undefined;
  if (name === "[]") return Array.isArray(value) && value.some((element) => isSet(element, rest));
  return typeof value === "object" && value !== null && isSet(Reflect.get(value, name), rest);
}
