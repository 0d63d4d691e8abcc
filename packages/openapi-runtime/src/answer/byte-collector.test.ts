import { expect, test } from "vitest";
import { ByteCollector } from "./byte-collector.ts";

const numbered = (length: number) => Uint8Array.from({ length }, (_, index) => index % 251);

test.each([
  ["nothing", []],
  ["single bytes", Array.from({ length: 300 }, () => 1)],
  ["a piece and its edges", [16_383, 1, 1, 16_384, 0, 16_385, 7, 16_383]],
  ["small and large chunks by turns", [9, 20_000, 10_000, 10_000, 20_000, 1]],
  ["a chunk of several pieces", [3, 200_000, 5]],
])("%s comes out as it went in", (_name, lengths) => {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const all = numbered(total);
  const collector = new ByteCollector();
  let offset = 0;
  for (const length of lengths) {
    collector.add(all.subarray(offset, offset + length));
    offset += length;
  }
  expect(collector.length).toBe(total);
  expect(Buffer.compare(collector.first(Number.POSITIVE_INFINITY), all)).toBe(0);
  for (const most of [0, 1, 16_384, 16_385, 30_000]) {
    expect(Buffer.compare(collector.first(most), all.subarray(0, most))).toBe(0);
  }
});

test("a small chunk is copied, so that the collector does not keep it; a large one is kept as it is", () => {
  const collector = new ByteCollector();
  const small = new Uint8Array(16_383);
  const large = new Uint8Array(16_384);
  collector.add(small);
  collector.add(large);
  small.fill(1);
  large.fill(2);
  const bytes = collector.first(Number.POSITIVE_INFINITY);
  expect([bytes[0], bytes[16_382], bytes[16_383], bytes.at(-1)]).toEqual([0, 0, 2, 2]);
});
