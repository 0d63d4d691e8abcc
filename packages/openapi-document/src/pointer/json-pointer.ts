/** Appends a token to a JSON Pointer in fragment form (RFC 6901: `~` is `~0`, `/` is `~1`, and `%` is `%25`). */
export function childPointer(pointer: string, key: string | number): string {
  const token = String(key);
  // This shortcut saves time: most keys need no escape, and a large document has millions.
  if (!/[%~/]/.test(token)) return `${pointer}/${token}`;
  return `${pointer}/${token.replaceAll("%", "%25").replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Splits `#/a/b` into its reference tokens. Percent-encoding is decoded, because a `$ref` is a URI. */
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
    // A lone % is invalid in a URI, but the key is still clear.
    return token;
  }
}
