import { Duplex, pipeline, Readable } from "node:stream";
import * as nodeZlib from "node:zlib";
import type { AnswerBody } from "./received-body.ts";

const { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } = nodeZlib;

const zlib = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const brotli = { flush: constants.BROTLI_OPERATION_FLUSH, finishFlush: constants.BROTLI_OPERATION_FLUSH };

/** The codings that Node's fetch decodes, in the same versions of Node. */
const decoders = new Map<string, () => Duplex>([
  ["gzip", () => createGunzip(zlib)],
  ["x-gzip", () => createGunzip(zlib)],
  ["deflate", () => Duplex.from(inflateAny)],
  ["br", () => createBrotliDecompress(brotli)],
  ...zstdDecoder(),
]);

/** Node's fetch decodes zstd since undici 7 (Node 24), although it never requests it. */
function zstdDecoder(): readonly (readonly [string, () => Duplex])[] {
  const { createZstdDecompress } = nodeZlib as { createZstdDecompress?: () => Duplex };
  const { undici = "0" } = process.versions;
  if (createZstdDecompress === undefined || Number.parseInt(undici, 10) < 7) return [];
  return [["zstd", createZstdDecompress]];
}

/** Decodes "deflate": a zlib stream (RFC 9110, section 8.4.1.2), or raw deflate of some servers, by its first byte. */
async function* inflateAny(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  const hasWrapper = ((first.value[0] ?? 0) & 0x0f) === 0x08;
  const inflate = hasWrapper ? createInflate(zlib) : createInflateRaw(zlib);
  pipeline(Readable.from(startingWith(first.value, pieces), { objectMode: false }), inflate, () => undefined);
  yield* inflate;
}

async function* startingWith(
  first: Uint8Array,
  pieces: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
}

/** More codings do not occur in practice; Node's fetch refuses them too. */
const mostCodings = 5;

/**
 * Decodes a response's Content-Encoding while the body is read, so that the client's byte limit applies to the decoded
 * bytes. With an unknown coding, the body stays unchanged, as in Node's fetch.
 * @param header - the header's value from undici
 */
export function decodeBody(body: AnswerBody, header: string | string[] | undefined): AnswerBody {
  if (header === undefined) return body;
  const codings = String(header)
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .reverse();
  if (codings.length > mostCodings) {
    body.cancel(new Error(`the response has ${codings.length} content codings`));
    return body;
  }
  const makers = codings.map((coding) => decoders.get(coding));
  if (makers.includes(undefined)) return body;
  const transforms = makers.flatMap((make) => (make === undefined ? [] : [make()]));
  return new DecodedBody(body, transforms);
}

class DecodedBody implements AnswerBody {
  readonly #encoded: AnswerBody;
  readonly #decoded: Readable;
  readonly #pieces: AsyncIterator<Uint8Array>;

  constructor(encoded: AnswerBody, transforms: readonly Duplex[]) {
    this.#encoded = encoded;
    const streams = [Readable.from(piecesOf(encoded), { objectMode: false }), ...transforms];
    this.#decoded = streams.at(-1) as Readable;
    // The pipeline forwards errors to the reader.
    pipeline(streams, () => undefined);
    this.#pieces = this.#decoded.iterator();
  }

  getReader(): this {
    return this;
  }

  async read(): ReturnType<AnswerBody["read"]> {
    const { done, value } = await this.#pieces.next();
    return done === true ? { done } : { done: false, value };
  }

  cancel(reason?: unknown): Promise<void> {
    this.#decoded.destroy();
    return this.#encoded.cancel(reason);
  }
}

async function* piecesOf(body: AnswerBody): AsyncGenerator<Uint8Array> {
  for (;;) {
    const piece = await body.read();
    if (piece.done) return;
    yield piece.value;
  }
}
