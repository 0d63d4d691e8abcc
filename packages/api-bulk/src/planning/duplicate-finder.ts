const buckets = 64;
/** Numbers of one piece of a bucket. */
const pieceSize = 4096;

/** Two passes of FNV-1a, 53 bits together: as many as a number holds. */
function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
    high ^= high >>> 13;
  }
  return ((high >>> 0) & 0x1fffff) * 2 ** 32 + (low >>> 0);
}

/** Finds texts that came more than once among millions, with 8 bytes for each. */
export interface DuplicateFinder {
  readonly add: (text: string) => void;
  /**
   * Says of a text, after all came, whether it may be among those that came more than once: a second look at the texts makes
   * sure. Undefined when none came twice.
   */
  readonly candidates: () => ((text: string) => boolean) | undefined;
}

/** Makes one: numbers in buckets and pieces, so that nothing is copied when it grows. */
export function createDuplicateFinder(): DuplicateFinder {
  const hashes = Array.from({ length: buckets }, () => ({ pieces: [] as Float64Array[], used: 0 }));
  return {
    add: (text) => {
      const hash = hashOf(text);
      const bucket = hashes[hash % buckets];
      if (bucket === undefined) return;
      const place = bucket.used % pieceSize;
      if (place === 0) bucket.pieces.push(new Float64Array(pieceSize));
      const piece = bucket.pieces.at(-1);
      if (piece !== undefined) piece[place] = hash;
      bucket.used += 1;
    },
    candidates: () => {
      const found = new Set<number>();
      // One array for all: what is thrown away is collected late.
      const longest = new Float64Array(Math.max(...hashes.map(({ used }) => used)));
      for (const { pieces, used } of hashes) {
        const values = longest.subarray(0, used);
        for (const [at, piece] of pieces.splice(0).entries()) {
          values.set(piece.subarray(0, used - at * pieceSize), at * pieceSize);
        }
        values.sort();
        for (let index = 1; index < used; index += 1) {
          const value = values[index] ?? 0;
          if (value === values[index - 1]) found.add(value);
        }
      }
      return found.size === 0 ? undefined : (text) => found.has(hashOf(text));
    },
  };
}
