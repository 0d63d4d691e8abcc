import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { type Bytes, bufferFromBytes, bytesFromBuffer } from "./bytes.ts";

const compressions = {
  gzip: gzipSync,
  br: brotliCompressSync,
  deflate: deflateSync,
  "raw-deflate": deflateRawSync,
};

/**
 * Compresses a small body. `deflate` is the coding of RFC 9110 (with a zlib wrapper); `raw-deflate` is sent by some
 * servers under the same name.
 */
export function compressBody(body: Bytes, contentCoding: "gzip" | "br" | "deflate" | "raw-deflate"): Bytes {
  return bytesFromBuffer(compressions[contentCoding](bufferFromBytes(body)));
}
