import type { Dispatcher } from "undici";

/** Converts a body of `fetch` for undici's request API. */
export function requestBody(body: unknown): NonNullable<Dispatcher.RequestOptions["body"]> | null {
  if (body === undefined || body === null) return null;
  if (typeof body === "string") return body;
  // Unconverted, undici would treat it as a list of pieces.
  if (body instanceof URLSearchParams) return body.toString();
  if (body instanceof ArrayBuffer) return new Uint8Array(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
  // A Blob or a FormData.
  return body as NonNullable<Dispatcher.RequestOptions["body"]>;
}
