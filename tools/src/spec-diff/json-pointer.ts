import { isRecord } from "./is-record.ts";

/** Adds reference tokens to a JSON Pointer in fragment form (RFC 6901). */
export function childPointer(pointer: string, ...tokens: readonly string[]): string {
  return [pointer, ...tokens.map((token) => token.replaceAll("~", "~0").replaceAll("/", "~1"))].join("/");
}

/** Reads the reference tokens of `#/a/b`; percent-encoding is undone, since a `$ref` is a URI. */
export function pointerTokens(pointer: string): string[] {
  const [, ...tokens] = pointer.split("/");
  return tokens.map((token) => decode(token).replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Whether `pointer` is `ancestor` or lies below it. */
export function isWithin(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

/** What stands at a pointer; `undefined` when there is nothing. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of pointerTokens(pointer)) {
    if (!isRecord(value) && !Array.isArray(value)) return undefined;
    value = Object.hasOwn(value, token) ? Reflect.get(value, token) : undefined;
  }
  return value;
}

/** Follows `$ref`s from a pointer to the place that holds the thing itself. */
export function resolvePointer(document: unknown, pointer: string): string {
  const seen = new Set<string>();
  let at = pointer;
  for (;;) {
    const value = valueAt(document, at);
    if (!isRecord(value) || typeof value.$ref !== "string" || !value.$ref.startsWith("#") || seen.has(at)) {
      return at;
    }
    seen.add(at);
    at = value.$ref;
  }
}

function decode(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    // A lone % is not valid in a URI, but says clearly enough which key is meant.
    return token;
  }
}
