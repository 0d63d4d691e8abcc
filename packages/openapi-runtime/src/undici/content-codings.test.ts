import * as zlib from "node:zlib";
import { Agent } from "undici";
import { afterAll, expect, test } from "vitest";
import { createUndiciFetch } from "../testing/create-undici-fetch.test-support.ts";
import { startTestServer } from "../testing/test-server.test-support.ts";
import type { UndiciResponse } from "./undici-response.ts";

const { gzipSync: gzip, brotliCompressSync: br, deflateSync: deflate, deflateRawSync: rawDeflate } = zlib;
const plain = Buffer.from('{"done":true}');
/** Compressed by the zstd of Node 24, because Node 20 has none. */
const zstd = Buffer.from("KLUv/SANaQAAeyJkb25lIjp0cnVlfQ==", "base64");
const twice = (bytes: Buffer) => gzip(gzip(bytes));

/** Content-Encoding, and a body. */
const rows: readonly (readonly [string, Buffer])[] = [
  ["gzip", gzip(plain)],
  ["GZip", gzip(plain)],
  [" gzip ", gzip(plain)],
  ["x-gzip", gzip(plain)],
  ["X-GZIP", gzip(plain)],
  ["br", br(plain)],
  ["deflate", deflate(plain)],
  ["deflate", rawDeflate(plain)],
  ["zstd", zstd],
  ["ZSTD", zstd],
  ["zstd, gzip", gzip(zstd)],
  ["identity", plain],
  ["identity, gzip", gzip(plain)],
  ["gzip, identity", gzip(plain)],
  ["gzip, br", br(gzip(plain))],
  ["br, gzip", br(gzip(plain))],
  ["gzip,gzip", twice(plain)],
  ["gzip, deflate", rawDeflate(gzip(plain))],
  ["deflate, gzip", gzip(rawDeflate(plain))],
  ["gzip, gzip, gzip, gzip, gzip", gzip(twice(twice(plain)))],
  ["gzip, gzip, gzip, gzip, gzip, gzip", twice(twice(twice(plain)))],
  ["unknown", plain],
  ["unknown", gzip(plain)],
  ["gzip, unknown", gzip(plain)],
  ["unknown, gzip", gzip(plain)],
  ["gzip;q=1", gzip(plain)],
  ["", plain],
  [",", plain],
  ["gzip,", gzip(plain)],
  [",gzip", gzip(plain)],
  ["compress", plain],
  ["zlib", deflate(plain)],
  ["gzip", Buffer.alloc(0)],
  ["br", Buffer.alloc(0)],
  ["deflate", Buffer.alloc(0)],
  ["deflate", Buffer.from([0x78])],
  ["gzip", plain],
  ["br", plain],
  ["deflate", plain],
  ["gzip", gzip(plain).subarray(0, 20)],
  ["br", br(plain).subarray(0, 8)],
  ["deflate", rawDeflate(plain).subarray(0, 9)],
  ["gzip", Buffer.concat([gzip(plain), gzip(plain)])],
  ["gzip", Buffer.concat([gzip(plain), Buffer.from("behind")])],
];

const dispatcher = new Agent();
afterAll(() => dispatcher.destroy());
const undiciFetch = createUndiciFetch({ dispatcher });

async function textByUndici(url: string): Promise<string> {
  const { body } = (await undiciFetch(url, { method: "GET", headers: {} })) as unknown as UndiciResponse;
  const pieces: Uint8Array[] = [];
  for (let piece = await body.read(); !piece.done; piece = await body.read()) pieces.push(piece.value);
  return Buffer.concat(pieces).toString("utf8");
}

const textByPlatform = async (url: string) => (await fetch(url)).text();
const orFailure = (text: Promise<string>) => text.catch(() => "cannot be read");

test.each(rows)(
  "Content-Encoding %j means the same as to the platform's fetch (%#)",
  async (coding, body) => {
    const { url } = await startTestServer((response) =>
      response.writeHead(200, { "Content-Encoding": coding }).end(body),
    );
    expect(await orFailure(textByUndici(url))).toBe(await orFailure(textByPlatform(url)));
  },
);

test("control: the table has what can be read, what is left as it is, and what cannot be read", async () => {
  const texts = await Promise.all(
    rows.map(async ([coding, body]) => {
      const { url } = await startTestServer((response) =>
        response.writeHead(200, { "Content-Encoding": coding }).end(body),
      );
      return orFailure(textByUndici(url));
    }),
  );
  const count = (wanted: string) => texts.filter((text) => text === wanted).length;
  expect(count(plain.toString())).toBeGreaterThan(15);
  expect(count("cannot be read")).toBeGreaterThan(4);
  expect(texts.filter((text) => text.startsWith("\x1f"))).not.toEqual([]);
});

test("a coding by another header line counts as well", async () => {
  const { url } = await startTestServer((response) =>
    response.writeHead(200, { "Content-Encoding": ["gzip", "gzip"] }).end(twice(plain)),
  );
  expect([await textByUndici(url), await textByPlatform(url)]).toEqual([`${plain}`, `${plain}`]);
});

test.each([204, 205, 304])("a body with %i has no codings, whatever it says", async (status) => {
  const { url } = await startTestServer((response) =>
    response.writeHead(status, { "Content-Encoding": "gzip" }).end(),
  );
  expect([await textByUndici(url), await textByPlatform(url)]).toEqual(["", ""]);
});
