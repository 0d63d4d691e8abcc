import type { JsonObject } from "../pointer/json-object.ts";

/** An object of JSON in the making. */
export type MutableObject = Record<string, unknown>;

/** Sets a member under any name: by assignment, `__proto__` would become the prototype. */
export function define(target: MutableObject, name: string, value: unknown): void {
  if (name === "__proto__")
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  else target[name] = value;
}

/** `$ref` where its author wrote it among its siblings. */
export function withReference(node: JsonObject, beside: MutableObject, $ref: string): MutableObject {
  const copy: MutableObject = {};
  for (const key of Object.keys(node)) {
    if (key === "$ref") copy.$ref = $ref;
    else if (Object.hasOwn(beside, key)) define(copy, key, beside[key]);
  }
  return copy;
}
