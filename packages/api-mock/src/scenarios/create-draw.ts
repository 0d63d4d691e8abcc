import { createHash } from "node:crypto";

/** Draws a number from 0 to 1 for a subject: a request, or an item of it. */
export type Draw = (about: string) => number;

/** Number of bytes that count the draws per subject. */
const counters = 2 ** 22;

/**
 * Makes a source of random numbers.
 *
 * With a seed, a number depends on the seed, on its subject, and on the number of draws for that subject. It does not
 * depend on the order, so concurrent calls have the same fates in each run. Among ten thousand different subjects,
 * about a dozen pairs share a counter, and can be swapped.
 *
 * @param seed undefined gives different numbers each time
 * @param name distinguishes two sources with the same seed
 */
export function createDraw(seed: number | undefined, name: string): Draw {
  if (seed === undefined) return Math.random;
  let counts: Uint8Array | undefined;
  return (about) => {
    counts ??= new Uint8Array(counters);
    const first = createHash("sha256").update(`${seed} ${name} ${about}`).digest();
    const slot = first.readUInt32LE() % counters;
    const times = counts[slot] ?? 0;
    counts[slot] = times + 1;
    const digest = createHash("sha256").update(first).update(String(times)).digest();
    return digest.readUInt32LE() / 2 ** 32;
  };
}
