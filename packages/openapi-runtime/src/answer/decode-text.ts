/** Reads the charsets of a Content-Type (RFC 9110, section 8.3.2), without quotes and in lower case. */
function charsetsOf(contentType: string): string[] {
  const matches = contentType.matchAll(/;\s*charset\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;,\s]*))/gi);
  return [...matches].map(([, quoted, plain]) =>
    (quoted ?? plain ?? "").replaceAll(/\\(.)/g, "$1").trim().toLowerCase(),
  );
}

/** The decoder for the bytes of a body, or the reason why there is none. */
export type TextDecoding = { readonly decoder: TextDecoder } | { readonly problem: string };

let utf8: TextDecoder | undefined;

/**
 * Finds the decoder for a response's charset; without a charset, UTF-8 as for JSON (RFC 8259, section 8.1).
 * @returns a problem for a charset that this platform does not support, and for two different charsets
 */
export function textDecoding(contentType: string | null, bytes: Uint8Array): TextDecoding {
  const charsets = contentType?.includes(";") ? [...new Set(charsetsOf(contentType))] : [];
  const [charset = ""] = charsets;
  if (charsets.length > 1)
    return { problem: `the body is declared in two charsets: ${charsets.join(", ")}.` };
  if (charset === "" || charset === "utf-8") {
    // One decoder for all bodies, made on first use: making a decoder costs more than decoding with it.
    utf8 ??= new TextDecoder();
    return { decoder: utf8 };
  }
  try {
    return { decoder: new TextDecoder(bigEndian(charset, bytes) ? "utf-16be" : charset) };
  } catch {
    return { problem: `the body is declared in the charset ${charset}, which this platform does not know.` };
  }
}

/** Detects big-endian `utf-16` by its byte order mark, or by its first character, which is ASCII in JSON. */
function bigEndian(charset: string, [first, second]: Uint8Array): boolean {
  return charset === "utf-16" && ((first === 0xfe && second === 0xff) || first === 0);
}
