/** Values deeper than this are left to `copyJson`, which also finds circular values. */
const maximumDepth = 100;

/**
 * Whether JSON represents a value unchanged: plain objects and lists of strings, finite numbers, booleans, valid dates
 * and null, and undefined members. Most bodies are like that. This check needs no copy and no callback per field, and
 * takes half the time of a JSON.stringify callback (measured).
 * @returns false also for values that `copyJson` has to inspect
 */
export function isPlainJson(value: unknown, depth = 0): boolean {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true;
    case "number":
      return Number.isFinite(value);
    case "object":
      if (value === null) return true;
      if (depth > maximumDepth) return false;
      return Array.isArray(value) ? isPlainList(value, depth + 1) : isPlainObject(value, depth + 1);
    default:
      return false;
  }
}

function isPlainList(list: readonly unknown[] & { readonly toJSON?: unknown }, depth: number): boolean {
  if (list.toJSON !== undefined) return false;
  for (let index = 0; index < list.length; index += 1) {
    if (!isPlainJson(list[index], depth)) return false;
  }
  return Object.keys(list).length === list.length;
}

function isPlainObject(object: object & { readonly toJSON?: unknown }, depth: number): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype === Date.prototype && object.toJSON === Date.prototype.toJSON) return isValid(object as Date);
  if ((prototype !== Object.prototype && prototype !== null) || object.toJSON !== undefined) return false;
  if (Object.getOwnPropertySymbols(object).length > 0) return false;
  for (const name in object) {
    const value = (object as Record<string, unknown>)[name];
    if (value !== undefined && !isPlainJson(value, depth)) return false;
  }
  return true;
}

function isValid(date: Date): boolean {
  return Number.isFinite(date.getTime());
}
