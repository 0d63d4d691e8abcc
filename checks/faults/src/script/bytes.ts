/**
 * Bytes as plain data that can be converted to JSON, so that a fault can be generated, printed and replayed. A string
 * is its UTF-8 bytes; other bytes are written in base64.
 */
export type Bytes = string | { readonly base64: string };

/** Converts to the bytes to send. */
export function bufferFromBytes(bytes: Bytes): Buffer {
  return typeof bytes === "string" ? Buffer.from(bytes, "utf8") : Buffer.from(bytes.base64, "base64");
}

/** Converts to the readable form, if there is one: text for UTF-8 bytes, base64 otherwise. */
export function bytesFromBuffer(buffer: Uint8Array): Bytes {
  const whole = Buffer.from(buffer);
  const text = whole.toString("utf8");
  return Buffer.from(text, "utf8").equals(whole) ? text : { base64: whole.toString("base64") };
}
