/** Size of a piece in bytes. Smaller chunks are copied together into pieces. */
const pieceSize = 16 * 1024;

const empty = new Uint8Array(0);

/**
 * Collects bytes. Small chunks are copied together: a chunk of one byte occupies a hundred times that memory, so a
 * server could fill the memory far below any byte limit. Large chunks are kept as they are, because a copy would double
 * their memory until the next garbage collection.
 */
export class ByteCollector {
  /** Number of bytes collected. */
  length = 0;
  /** The only chunk so far. Most bodies arrive in one chunk, which is neither copied nor inspected again. */
  #only: Uint8Array | undefined;
  #pieces: Uint8Array[] | undefined;
  /** The piece that small chunks are copied to; `#used` is the number of its used bytes. */
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

  /** Returns the first bytes, at most `most`; when there is only one chunk, a view of it. */
  first(most: number): Uint8Array<ArrayBuffer> {
    // A body's reader never returns a view of shared memory.
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
