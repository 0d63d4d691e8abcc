/** Adds one reference token to a JSON Pointer in fragment form (RFC 6901: `~` is `~0`, `/` is `~1`, and `%` is `%25`). */
export function childPointer(pointer: string, key: string | number): string {
  const token = String(key);
  // Most keys have nothing to escape, and a large document has millions.
  if (!/[%~/]/.test(token)) return `${pointer}/${token}`;
  return `${pointer}/${token.replaceAll("%", "%25").replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Reads the reference tokens of `#/a/b`. Percent-encoding is undone, since a `$ref` is a URI. */
export function pointerTokens(pointer: string): string[] {
  return pointer.split("/").slice(1).map(readToken);
}

function readToken(token: string): string {
  if (!/[%~]/.test(token)) return token;
  return decode(token).replaceAll("~1", "/").replaceAll("~0", "~");
}

function decode(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    // A lone % is not valid in a URI, but says clearly enough which key is meant.
    return token;
  }
}
