import type { JsonObject } from "../pointer/json-object.ts";

/** A JSON object under construction. */
export type MutableObject = Record<string, unknown>;

/** Sets a member of any name. An assignment to `__proto__` would set the prototype. */
export function define(target: MutableObject, name: string, value: unknown): void {
  if (name === "__proto__")
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  else target[name] = value;
}

/** Copies an object with a new `$ref`, and keeps the order of its members. */
export function withReference(node: JsonObject, beside: MutableObject, $ref: string): MutableObject {
  const copy: MutableObject = {};
  for (const key of Object.keys(node)) {
    if (key === "$ref") copy.$ref = $ref;
    else if (Object.hasOwn(beside, key)) define(copy, key, beside[key]);
  }
  return copy;
}
