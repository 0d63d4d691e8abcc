import type { HeaderLine } from "../../script/answer.ts";
import { type Bytes, bufferFromBytes, bytesFromBuffer } from "../../script/bytes.ts";
import { compressBody } from "../../script/compress-body.ts";
import type { CatalogueContext } from "../catalogue-context.ts";
import type { CatalogueRow, Expected } from "../catalogue-row.ts";
import { createAnswerRow } from "../create-row.ts";
import { statusExpected, succeeds, succeedsOr, undecodable, unreadable } from "../expected.ts";

/** Wrong, unknown or broken content codings, and character encodings other than UTF-8. */
export function encodingRows({ ok, json, contentType }: CatalogueContext): CatalogueRow[] {
  const row = (name: string, coding: string | undefined, body: Bytes, expected: Expected, status = 200) => {
    const headers: HeaderLine[] = [
      ...ok.headers,
      ...(coding === undefined ? [] : [["Content-Encoding", coding] as const]),
    ];
    return createAnswerRow("encoding", `${status} with ${name}`, { status, headers, body }, expected);
  };
  // Long and irregular, so that cutting the stream really loses half of it.
  const long = JSON.stringify(Array.from({ length: 2000 }, (_, index) => (index * 7919) % 10_007));
  const half = (bytes: Bytes) => {
    const buffer = bufferFromBytes(bytes);
    return bytesFromBuffer(buffer.subarray(0, buffer.length / 2));
  };
  const utf16 = (mark: string) => bytesFromBuffer(Buffer.from(mark + json, "utf16le"));
  const open = { ...succeedsOr(["unexpected-response", "connection"], json), repeats: { POST: false } };
  return [
    row("plain text called gzip", "gzip", json, undecodable),
    row("plain text called br", "br", json, undecodable),
    row("plain text called deflate", "deflate", json, undecodable),
    row("plain text called gzip", "gzip", json, { ...statusExpected(409), kinds: ["http"] }, 409),
    row("half of a gzip stream", "gzip", half(compressBody(long, "gzip")), undecodable),
    row("half of a br stream", "br", half(compressBody(long, "br")), undecodable),
    row(
      "gzip inside gzip, called gzip",
      "gzip",
      compressBody(compressBody(json, "gzip"), "gzip"),
      unreadable,
    ),
    row("gzip not called so", undefined, compressBody(json, "gzip"), unreadable),
    row("an unknown coding", "np6-unknown", bytesFromBuffer(Buffer.from([1, 2, 3, 250])), unreadable),
    row("plain text called an unknown coding", "np6-unknown", json, open),
    row("plain text called identity", "identity", json, succeeds(json)),
    row("deflate without its wrapper", "deflate", compressBody(json, "raw-deflate"), open),
    row("seven codings", "gzip, gzip, gzip, gzip, gzip, gzip, gzip", json, undecodable),
    row("a byte order mark", undefined, `\uFEFF${json}`, succeeds(json)),
    row("a byte order mark in gzip", "gzip", compressBody(`\uFEFF${json}`, "gzip"), succeeds(json)),
    row("UTF-16 with its mark", undefined, utf16("\uFEFF"), unreadable),
    row("UTF-16 without a mark", undefined, utf16(""), unreadable),
    createAnswerRow(
      "encoding",
      "200 with UTF-16 that says so",
      { status: 200, headers: [["Content-Type", `${contentType}; charset=utf-16`]], body: utf16("\uFEFF") },
      open,
    ),
    row(
      "bytes that are not UTF-8 in a string",
      undefined,
      { base64: Buffer.from('"\xff\xfe"', "latin1").toString("base64") },
      {
        ...succeedsOr(["unexpected-response"]),
        repeats: { GET: false, POST: false },
      },
    ),
    row("UTF-16 with its mark", undefined, utf16("\uFEFF"), statusExpected(409), 409),
  ];
}
