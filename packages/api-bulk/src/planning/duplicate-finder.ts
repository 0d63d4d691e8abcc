const buckets = 64;

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

/** Finds texts that came more than once among millions, with 8 to 16 bytes for each. */
export interface DuplicateFinder {
  readonly add: (text: string) => void;
  /** Says of a text, after all came, whether it may be among those that came more than once. A second look at the texts makes sure. */
  readonly candidates: () => (text: string) => boolean;
}

/** Makes one: numbers in buckets, so that none has to be copied as a whole when it grows. */
export function createDuplicateFinder(): DuplicateFinder {
  const hashes = Array.from({ length: buckets }, () => ({ values: new Float64Array(256), used: 0 }));
  return {
    add: (text) => {
      const hash = hashOf(text);
      const bucket = hashes[hash % buckets];
      if (bucket === undefined) return;
      if (bucket.used === bucket.values.length) {
        const larger = new Float64Array(Math.ceil(bucket.used * 1.5));
        larger.set(bucket.values);
        bucket.values = larger;
      }
      bucket.values[bucket.used] = hash;
      bucket.used += 1;
    },
    candidates: () => {
      const found = new Set<number>();
      for (const bucket of hashes) {
        const values = bucket.values.subarray(0, bucket.used).sort();
        for (let index = 1; index < values.length; index += 1) {
          const value = values[index] ?? 0;
          if (value === values[index - 1]) found.add(value);
        }
        bucket.values = new Float64Array(1);
        bucket.used = 0;
      }
      return (text) => found.has(hashOf(text));
    },
  };
}
