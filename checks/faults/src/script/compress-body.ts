import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { type Bytes, bufferFromBytes, bytesFromBuffer } from "./bytes.ts";

const compressions = {
  gzip: gzipSync,
  br: brotliCompressSync,
  deflate: deflateSync,
  "raw-deflate": deflateRawSync,
};

/**
 * A small body in a content coding. `deflate` is what RFC 9110 means by it (with a zlib wrapper), `raw-deflate` what
 * some servers send instead, under the same name.
 */
export function compressBody(body: Bytes, contentCoding: "gzip" | "br" | "deflate" | "raw-deflate"): Bytes {
  return bytesFromBuffer(compressions[contentCoding](bufferFromBytes(body)));
}
