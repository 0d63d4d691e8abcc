import * as zlib from "node:zlib";
import { createClient, isNp6Error } from "@np6/api-client";
import { createUndiciFetch } from "@np6/api-client/undici";
import { startCountingServer } from "./counting-server.ts";
import { mediaType } from "./media-type.ts";

const { gzipSync: gzip, brotliCompressSync: br, deflateSync: deflate, deflateRawSync: rawDeflate } = zlib;
const plain = Buffer.from('{"type":"success"}');
/** The same text, compressed by zstd, which Node 20 does not support. */
const zstd = Buffer.from("KLUv/SASkQAAeyJ0eXBlIjoic3VjY2VzcyJ9", "base64");

const rows: readonly (readonly [string, Buffer])[] = [
  ["gzip", gzip(plain)],
  ["X-GZIP", gzip(plain)],
  ["br", br(plain)],
  ["deflate", deflate(plain)],
  ["deflate", rawDeflate(plain)],
  ["zstd", zstd],
  ["zstd, gzip", gzip(zstd)],
  ["identity", plain],
  ["identity, gzip", gzip(plain)],
  ["gzip, br", br(gzip(plain))],
  ["gzip, deflate", rawDeflate(gzip(plain))],
  ["unknown", plain],
  ["unknown", gzip(plain)],
  ["gzip", plain],
  ["gzip", gzip(plain).subarray(0, 20)],
  ["deflate", Buffer.alloc(0)],
  ["", plain],
];

/** Reads each coding with both transports. @returns the codings whose results differ */
export async function compareCodings(): Promise<string[]> {
  const problems: string[] = [];
  for (const [coding, body] of rows) {
    const server = await startCountingServer({ "content-type": mediaType, "content-encoding": coding }, body);
    const fetch = createUndiciFetch();
    const read = async (options: { readonly fetch?: typeof fetch }) => {
      try {
        const np6 = createClient({ apiKey: "a-key", baseUrl: server.url, ...options });
        const receiver = { type: "id", value: "000A1B2C" } as const;
        return JSON.stringify(await np6.executeWorkflow({ path: { id: 1 }, body: { receiver } }));
      } catch (error) {
        if (!isNp6Error(error)) throw error;
        return error.kind;
      }
    };
    const [platform, undici] = [await read({}), await read({ fetch })];
    if (platform !== undici)
      problems.push(`Content-Encoding "${coding}": platform ${platform}, undici ${undici}`);
    await fetch.close();
    server.close();
  }
  return problems;
}
