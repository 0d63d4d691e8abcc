import { describe, expect, test } from "vitest";
import { textDecoding } from "./decode-text.ts";

function decode(contentType: string | null, bytes: Uint8Array): string {
  const decoding = textDecoding(contentType, bytes);
  return "decoder" in decoding ? decoding.decoder.decode(bytes) : decoding.problem;
}

const latin = Uint8Array.from([0x22, 0xe9, 0x22]);
const utf8 = new TextEncoder().encode('"é"');
const little = Uint8Array.from([0x22, 0, 0xe9, 0, 0x22, 0]);
const big = Uint8Array.from([0, 0x22, 0, 0xe9, 0, 0x22]);
const withMark = (mark: number[], bytes: Uint8Array) => Uint8Array.from([...mark, ...bytes]);

describe("a body is decoded", () => {
  test.each<[string | null, Uint8Array]>([
    [null, utf8],
    ["application/json", utf8],
    ["application/json; charset=utf-8", utf8],
    ["application/json;charset=UTF8", utf8],
    ['application/json; charset="utf-8"', utf8],
    ["application/json; charset=utf-8; charset=UTF-8", utf8],
    ["application/json; charset=", utf8],
    ["application/json;charset=iso-8859-1", latin],
    ["application/json;\t  charset=iso-8859-1", latin],
    ['application/json; charset="iso-8859\\-1"', latin],
    ['application/json; charset=" iso-8859-1 "', latin],
    ["application/json charset=iso-8859-1", utf8],
    ["application/json; x=1", withMark([0xef, 0xbb, 0xbf], utf8)],
    ["application/json; charset=iso-8859-1", latin],
    ['application/json; x=1; Charset = "ISO-8859-1"; y=2', latin],
    ["application/json; charset=windows-1252", latin],
    ["application/json; charset=utf-16le", little],
    ["application/json; charset=utf-16be", big],
    ["application/json; charset=utf-16", little],
    ["application/json; charset=utf-16", big],
    ["application/json; charset=utf-16", withMark([0xff, 0xfe], little)],
    ["application/json; charset=utf-16", withMark([0xfe, 0xff], big)],
  ])("as %s says (%#)", (contentType, bytes) => {
    expect(decode(contentType, bytes)).toBe('"é"');
  });

  test.each(["utf-32", "utf-7", "klingon", "binary", "'utf-8'"])(
    "not in %s, which nobody knows",
    (charset) => {
      expect(decode(`application/json; charset=${charset}`, utf8)).toContain(
        `in the charset ${charset}, which`,
      );
    },
  );

  test("not in two charsets at once", () => {
    expect(decode("application/json; charset=utf-8; charset=iso-8859-1", utf8)).toBe(
      "the body is declared in two charsets: utf-8, iso-8859-1.",
    );
  });
});

test("bytes whose order only one mark says are not taken for big-endian by half of it", () => {
  const half = (bytes: number[]) => decode("application/json; charset=utf-16", Uint8Array.from(bytes));
  // In little-endian order, these are U+20FE and U+FF22.
  expect(half([0xfe, 0x20])).toBe("\u20fe");
  expect(half([0x22, 0xff])).toBe("\uff22");
});

test("a zero at the beginning says nothing in another charset", () => {
  expect(decode("application/json; charset=utf-16le", Uint8Array.from([0, 0x22]))).toBe("\u2200");
});

test("UTF-8 has one decoder for all bodies", () => {
  const one = textDecoding(null, utf8);
  expect(textDecoding("application/json; charset=utf-8", utf8)).toEqual(one);
  const decoders = [one, textDecoding("application/json; charset=UTF-8", utf8)].map(
    (each) => "decoder" in each && each.decoder,
  );
  expect(decoders[0]).toBe(decoders[1]);
});

test("a charset may stand in quotes, with blanks; an empty one is none", () => {
  const bytes = new TextEncoder().encode("é");
  const text = (contentType: string) => {
    const decoding = textDecoding(contentType, bytes);
    return "decoder" in decoding ? decoding.decoder.decode(bytes) : decoding.problem;
  };
  expect(text('text/plain; charset=" utf-8 "')).toBe("é");
  expect(text('text/plain; charset="utf\\-8"')).toBe("é");
  expect(text("text/plain; charset=UTF-8 ; q=1")).toBe("é");
});
