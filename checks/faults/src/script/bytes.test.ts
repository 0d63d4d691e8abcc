import { expect, test } from "vitest";
import { bufferFromBytes, bytesFromBuffer } from "./bytes.ts";

test("text stays readable and comes back as its UTF-8 bytes", () => {
  const bytes = bytesFromBuffer(Buffer.from("é\r\n"));
  expect(bytes).toBe("é\r\n");
  expect(bufferFromBytes(bytes)).toEqual(Buffer.from([0xc3, 0xa9, 13, 10]));
});

test("every byte survives JSON, also where it is no UTF-8", () => {
  const everyByte = Buffer.from(Array.from({ length: 256 }, (_, value) => value));
  const replayed = JSON.parse(JSON.stringify(bytesFromBuffer(everyByte)));
  expect(bufferFromBytes(replayed)).toEqual(everyByte);
});

test("a byte order mark is not lost", () => {
  expect(bufferFromBytes(bytesFromBuffer(Buffer.from([0xef, 0xbb, 0xbf, 0x31])))).toHaveLength(4);
});
