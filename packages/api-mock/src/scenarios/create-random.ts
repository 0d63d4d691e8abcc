import { createHash } from "node:crypto";

/**
 * Makes a source of random numbers from 0 to 1.
 *
 * @param seed the same one gives the same numbers; undefined gives others each time
 * @param name keeps two sources with one seed apart
 */
export function createRandom(seed: number | undefined, name: string): () => number {
  if (seed === undefined) return Math.random;
  // Mulberry32: 32 bits of state are enough for choosing requests, and no dependency.
  let state = createHash("sha256").update(`${seed} ${name}`).digest().readUInt32LE();
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
