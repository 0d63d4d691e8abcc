/** What the soak server is told when it starts. */
export interface SoakOptions {
  /** Makes the run repeatable, as far as the order of requests is. A whole number. */
  readonly seed: number;
  /** The share of requests that gets a fault, 0 to 1. */
  readonly faultRate: number;
  /** Media type and JSON text of a good answer. */
  readonly contentType: string;
  readonly json: string;
  /** Where the redirects among the faults lead. */
  readonly otherOrigin: string;
}

/** @throws TypeError that names what is wrong */
export function checkSoakOptions({ seed, faultRate, json }: SoakOptions): void {
  if (!Number.isSafeInteger(seed)) throw new TypeError(`seed is ${seed}; give a whole number.`);
  if (!(faultRate >= 0 && faultRate <= 1))
    throw new TypeError(`faultRate is ${faultRate}; give a share, 0 to 1.`);
  if (json.length < 2)
    throw new TypeError(`json is ${JSON.stringify(json)}; give 2 bytes at least, to be cut.`);
}
