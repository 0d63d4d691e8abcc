/**
 * Bytes as plain data that survives JSON, so that a fault can be generated, printed and replayed. A string is its UTF-8
 * bytes, anything else is written in base64.
 */
export type Bytes = string | { readonly base64: string };

/** The bytes that go on the wire. */
export function bufferFromBytes(bytes: Bytes): Buffer {
  return typeof bytes === "string" ? Buffer.from(bytes, "utf8") : Buffer.from(bytes.base64, "base64");
}

/** The readable form where there is one: text when the bytes are UTF-8, base64 otherwise. */
export function bytesFromBuffer(buffer: Uint8Array): Bytes {
  const whole = Buffer.from(buffer);
  const text = whole.toString("utf8");
  return Buffer.from(text, "utf8").equals(whole) ? text : { base64: whole.toString("base64") };
}
