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
  const told = new Set<string>();
  const tell = ({ operationId, method, path, sunsets }: NamedOperation, input: string | undefined): void => {
    const thing = `${operationId} ${input}`;
    if (told.has(thing)) return;
    told.add(thing);
    notify(hook, { operationId, method, path, input, sunset: sunsets?.[input ?? ""] });
  };
  return (operation, init) => {
    if (operation.deprecated === true) tell(operation, undefined);
    for (const path of operation.deprecatedInputs ?? []) {
      if (isGiven(init, path)) tell(operation, path.join(".").replaceAll(".[]", "[]"));
    }
  };
}

/** Whether a call's input has a value at a path. */
function isGiven(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return value !== undefined;
  if (name === "[]") return Array.isArray(value) && value.some((element) => isGiven(element, rest));
  return typeof value === "object" && value !== null && isGiven(Reflect.get(value, name), rest);
}
