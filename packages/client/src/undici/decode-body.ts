import { pipeline, Readable, type Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { AnswerBody } from "./received-body.ts";

const zlib = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const brotli = { flush: constants.BROTLI_OPERATION_FLUSH, finishFlush: constants.BROTLI_OPERATION_FLUSH };

const decoders = new Map<string, () => Transform>([
  ["gzip", () => createGunzip(zlib)],
  ["x-gzip", () => createGunzip(zlib)],
  ["deflate", () => createInflate(zlib)],
  ["br", () => createBrotliDecompress(brotli)],
]);

/** More codings than that are nobody's honest answer; Node's fetch refuses them too. */
const mostCodings = 5;

/**
 * Undoes an answer's Content-Encoding, piece by piece as it is read, so that the client's limit on bytes holds for what comes
 * out. A coding that is not known leaves the body as it came, as Node's fetch does.
 * @param header - the header, as undici gives it
 */
export function decodeBody(body: AnswerBody, header: string | string[] | undefined): AnswerBody {
  if (header === undefined) return body;
  const codings = String(header)
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    .reverse();
  if (codings.length > mostCodings) {
    body.cancel(new Error(`the answer has ${codings.length} content codings`));
    return body;
  }
  const known = codings.map((coding) => decoders.get(coding));
  if (known.includes(undefined)) return body;
  const transforms = known.flatMap((make) => (make === undefined ? [] : [make()]));
  return new DecodedBody(body, transforms);
}

class DecodedBody implements AnswerBody {
  readonly #encoded: AnswerBody;
  readonly #decoded: Readable;
  readonly #pieces: AsyncIterator<Uint8Array>;

  constructor(encoded: AnswerBody, transforms: readonly Transform[]) {
    this.#encoded = encoded;
    const streams = [Readable.from(piecesOf(encoded), { objectMode: false }), ...transforms];
    this.#decoded = streams.at(-1) as Readable;
    // Passes errors on; whoever reads is told.
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
