import { Readable, type Transform } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import type { Step } from "../script/fault.ts";
import type { StepTarget } from "./step-target.ts";

const spaces = Buffer.alloc(64 * 1024, " ");

/** Plays a `bomb` step. Only a few chunks of the decompressed body exist at a time. */
export async function writeBomb(step: Extract<Step, { step: "bomb" }>, target: StepTarget): Promise<void> {
  const compressed = Readable.from(plainBody(step.decompressedBytes)).pipe(
    createCompression(step.contentCoding),
  );
  try {
    for await (const chunk of compressed as AsyncIterable<Buffer>) {
      await target.write(step.framing === "chunked" ? frame(chunk) : chunk);
    }
  } finally {
    compressed.destroy();
  }
  if (step.framing === "chunked") await target.write(Buffer.from("0\r\n\r\n"));
}

function* plainBody(bytes: number): Generator<Buffer> {
  yield Buffer.from("[");
  for (let left = bytes - 2; left > 0; left -= spaces.length) {
    yield spaces.subarray(0, Math.min(left, spaces.length));
  }
  yield Buffer.from("]");
}

function createCompression(contentCoding: "gzip" | "br"): Transform {
  if (contentCoding === "gzip") return createGzip({ level: 9 });
  // Quality 5 detects the repetition as well as 11, in a fraction of the time.
  return createBrotliCompress({
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

function frame(chunk: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from("\r\n")]);
}
