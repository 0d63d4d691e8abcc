/** Number of hashes in one piece. */
const pieceSize = 2 ** 16;
/** Number of parts that are sorted one after another, so that only one part is in memory twice. */
const parts = 16;
/** Among ten million different texts, two have the same hash in one plan of five; comparing the texts resolves it. */
const bits = 48;

/** Computes a hash of 48 bits by two passes of FNV-1a. */
function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return ((high >>> 0) & 0xffff) * 2 ** 32 + (low >>> 0);
}

/** Finds repeated texts among millions, with 6 bytes of memory for each. */
export interface DuplicateFinder {
  readonly add: (text: string) => void;
  /** Returns the indexes, from 0, of all texts that may be repeated, in order; the caller compares the texts. */
  readonly candidates: () => number[];
}

/** Makes a finder. It stores hashes in the order of the texts, in pieces, so that nothing is copied when it grows. */
export function createDuplicateFinder(): DuplicateFinder {
  const pieces: { readonly high: Uint16Array; readonly low: Uint32Array }[] = [];
  let used = 0;

  const each = (visit: (hash: number, index: number) => void): void => {
    for (const [at, piece] of pieces.entries()) {
      const end = Math.min(pieceSize, used - at * pieceSize);
      for (let index = 0; index < end; index += 1) {
        const hash = (piece.high[index] ?? 0) * 2 ** 32 + (piece.low[index] ?? 0);
        visit(hash, at * pieceSize + index);
      }
    }
  };

  return {
    add: (text) => {
      const index = used % pieceSize;
      if (index === 0) pieces.push({ high: new Uint16Array(pieceSize), low: new Uint32Array(pieceSize) });
      const piece = pieces.at(-1);
      const hash = hashOf(text);
      if (piece !== undefined) {
        piece.high[index] = Math.floor(hash / 2 ** 32);
        piece.low[index] = hash % 2 ** 32;
      }
      used += 1;
    },
    candidates: () => {
      const duplicates = new Set<number>();
      // One array for all parts, because garbage is collected late.
      let values = new Float64Array(Math.ceil(used / parts) + 1024);
      for (let part = 0; part < parts; part += 1) {
        const [from, to] = [(2 ** bits / parts) * part, (2 ** bits / parts) * (part + 1)];
        let count = 0;
        each((hash) => {
          if (hash < from || hash >= to) return;
          if (count === values.length) {
            const larger = new Float64Array(count * 2);
            larger.set(values);
            values = larger;
          }
          values[count] = hash;
          count += 1;
        });
        const sorted = values.subarray(0, count).sort();
        for (let index = 1; index < count; index += 1) {
          if (sorted[index] === sorted[index - 1]) duplicates.add(sorted[index] ?? 0);
        }
      }
      const indexes: number[] = [];
      if (duplicates.size > 0) {
        each((hash, index) => {
          if (duplicates.has(hash)) indexes.push(index);
        });
      }
      pieces.length = 0;
      used = 0;
      return indexes;
    },
  };
}
