import type { NamedOperation } from "./api-description.ts";
import { type Hooks, notify } from "./hooks.ts";

/**
 * Makes the function that is told of every call and tells the hook of deprecated operations, of each once. Per client and
 * not per process: two parts of a program with a client each want to know of their own calls.
 */
export function createDeprecationNotice(hook: Hooks["deprecated"]): (operation: NamedOperation) => void {
  if (hook === undefined) return () => undefined;
  const told = new Set<string>();
  return ({ operationId, method, path, deprecated }) => {
    if (deprecated !== true || told.has(operationId)) return;
    told.add(operationId);
    notify(hook, { operationId, method, path });
  };
}
