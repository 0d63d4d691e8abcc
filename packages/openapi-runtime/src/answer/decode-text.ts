/** The charsets that a Content-Type declares (RFC 9110, section 8.3.2), without quotes and in lower case. */
function charsetsOf(contentType: string): string[] {
  const found = contentType.matchAll(/;\s*charset\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;,\s]*))/gi);
  return [...found].map(([, quoted, plain]) =>
    (quoted ?? plain ?? "").replaceAll(/\\(.)/g, "$1").trim().toLowerCase(),
  );
}

/** How the bytes of a body become text, or why they cannot. */
export type TextDecoding = { readonly decoder: TextDecoder } | { readonly problem: string };

let utf8: TextDecoder | undefined;

/**
 * The decoder that an answer's Content-Type asks for: UTF-8 when it says nothing, as JSON is (RFC 8259, section 8.1).
 * @returns a problem for a charset that this platform does not know, and for two that differ
 */
export function textDecoding(contentType: string | null, bytes: Uint8Array): TextDecoding {
  const charsets = contentType?.includes(";") ? [...new Set(charsetsOf(contentType))] : [];
  const [charset = ""] = charsets;
  if (charsets.length > 1)
    return { problem: `the body is declared in two charsets: ${charsets.join(", ")}.` };
  if (charset === "" || charset === "utf-8") {
    // One for all bodies: making one costs more than decoding with it. Not made before it is needed.
    utf8 ??= new TextDecoder();
    return { decoder: utf8 };
  }
  try {
    return { decoder: new TextDecoder(bigEndian(charset, bytes) ? "utf-16be" : charset) };
  } catch {
    return { problem: `the body is declared in the charset ${charset}, which this platform does not know.` };
  }
}

/** `utf-16` leaves the order of bytes to a byte order mark, or to the first character, which in JSON is of ASCII. */
function bigEndian(charset: string, [first, second]: Uint8Array): boolean {
  return charset === "utf-16" && ((first === 0xfe && second === 0xff) || first === 0);
}
