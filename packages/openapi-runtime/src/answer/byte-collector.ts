/** Chunks below this size are copied together into pieces of that size. */
const pieceSize = 16 * 1024;

const empty = new Uint8Array(0);

/**
 * Collects bytes. Small chunks are copied together. A chunk of one byte takes a hundred times that in memory as long as
 * it is kept. So a server could fill the memory far below any limit on bytes. Large ones are kept as they are, so that
 * a body is not held twice until the garbage collector comes.
 */
export class ByteCollector {
  /** How many bytes were collected. */
  length = 0;
  /** The only chunk so far: most bodies come in one, which is then neither copied nor looked at again. */
  #only: Uint8Array | undefined;
  #pieces: Uint8Array[] | undefined;
  /** The piece that small chunks are being copied to, and how much of it is used. */
  #open: Uint8Array = empty;
  #used = 0;

  /** @param chunk - must not be changed afterwards */
  add(chunk: Uint8Array): void {
    const isFirst = this.length === 0;
    this.length += chunk.byteLength;
    if (isFirst) {
      this.#only = chunk;
      return;
    }
    if (this.#only !== undefined) this.#keep(this.#only);
    this.#only = undefined;
    this.#keep(chunk);
  }

  #keep(chunk: Uint8Array): void {
    if (chunk.byteLength >= pieceSize) {
      this.#close();
      this.#add(chunk);
      return;
    }
    if (this.#used + chunk.byteLength > this.#open.byteLength) {
      this.#close();
      this.#open = new Uint8Array(pieceSize);
    }
    this.#open.set(chunk, this.#used);
    this.#used += chunk.byteLength;
  }

  /** @returns the first bytes, at most as many as said; a chunk itself when there is only one */
  first(most: number): Uint8Array<ArrayBuffer> {
    // What a body's reader gives is never a view of shared memory.
    if (this.#only !== undefined) return this.#only.subarray(0, most) as Uint8Array<ArrayBuffer>;
    const bytes = new Uint8Array(Math.min(most, this.length));
    let offset = 0;
    for (const piece of [...(this.#pieces ?? []), this.#open.subarray(0, this.#used)]) {
      bytes.set(piece.subarray(0, bytes.byteLength - offset), offset);
      offset += Math.min(piece.byteLength, bytes.byteLength - offset);
    }
    return bytes;
  }

  #close(): void {
    if (this.#used > 0) this.#add(this.#open.subarray(0, this.#used));
    this.#open = empty;
    this.#used = 0;
  }

  #add(piece: Uint8Array): void {
    this.#pieces ??= [];
    this.#pieces.push(piece);
  }
}
