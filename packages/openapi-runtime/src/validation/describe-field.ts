/**
 * Writes the location of a value in a body as code: `body.receivers[2].id`.
 * @param pointer - JSON Pointer (RFC 6901)
 * @param propertyNames - names that may be shown; others are keys of a map, which can be a mail address
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

/** Writes the access to a member: `.id`, `["user-id"]`, or `[…]` when its name must not be shown. */
export function memberAccess(name: string, isShown: boolean): string {
  if (!isShown) return "[…]";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

/** Whether a text looks like an identifier of a program, and not like an address, a number or a sentence. */
export function looksLikeName(text: string): boolean {
  return /^[A-Za-z_$][\w$.-]{0,63}$/.test(text);
}
