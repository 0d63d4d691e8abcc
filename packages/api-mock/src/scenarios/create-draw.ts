import { createHash } from "node:crypto";

/** Draws a number from 0 to 1 about something: a request, or an item of it. */
export type Draw = (about: string) => number;

/** How often something was drawn about is counted in so many bytes. */
const counters = 2 ** 22;

/**
 * Makes a source of random numbers.
 *
 * With a seed, a number follows from the seed, from what it is about, and from how often it was drawn about that. It does
 * not follow from the order, so calls that run at once have the same fates in each run. Of ten thousand different
 * things about a dozen pairs share a counter, and can change places.
 *
 * @param seed undefined gives other numbers each time
 * @param name keeps two sources with one seed apart
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
