/**
 * Writes where a value stands in a body, as code would: `body.receivers[2].id`.
 * @param pointer - JSON Pointer (RFC 6901)
 * @param propertyNames - names that may be told; others are keys of a map, which can be somebody's address
 */
export function describeField(pointer: string, body: unknown, propertyNames: ReadonlySet<string>): string {
  let field = "body";
  let value = body;
  for (const token of pointer.split("/").slice(1)) {
    const name = token.replaceAll("~1", "/").replaceAll("~0", "~");
    field += Array.isArray(value) ? `[${name}]` : memberAccess(name, propertyNames.has(name));
    value = Object(value)[name];
  }
  return field;
}

/** Writes the access to a member: `.id`, `["user-id"]`, or `[…]` when its name is not to be told. */
export function memberAccess(name: string, told: boolean): string {
  if (!told) return "[…]";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** Whether somebody gave a member this name in a program: it is no address, number or sentence. */
export function looksLikeName(text: string): boolean {
  return /^[A-Za-z_$][\w$.-]{0,63}$/.test(text);
}
