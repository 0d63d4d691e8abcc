/** Options of the soak server. */
export interface SoakOptions {
  /** A whole number that makes the run repeatable, except for the order of requests. */
  readonly seed: number;
  /** Share of requests with a fault, 0 to 1. */
  readonly faultRate: number;
  /** Media type and JSON text of a normal response. */
  readonly contentType: string;
  readonly json: string;
  /** Target of the redirects among the faults. */
  readonly otherOrigin: string;
}

/** @throws TypeError with the invalid option */
export function checkSoakOptions({ seed, faultRate, json }: SoakOptions): void {
  if (!Number.isSafeInteger(seed)) throw new TypeError(`seed is ${seed}; use a whole number.`);
  if (!(faultRate >= 0 && faultRate <= 1))
    throw new TypeError(`faultRate is ${faultRate}; use a share, 0 to 1.`);
  if (json.length < 2)
    throw new TypeError(`json is ${JSON.stringify(json)}; use at least 2 bytes, so that it can be cut.`);
}
