import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Size of the heap at one moment. */
export interface HeapSample {
  readonly calls: number;
  /** Bytes in use after garbage collection, buffers included. */
  readonly bytes: number;
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** Collects garbage, twice because finalizers free more, and measures the rest. */
export function sampleHeap(calls: number): HeapSample {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return { calls, bytes: heapUsed + external };
}

/**
 * Computes the growth of the heap: the slope of the least-squares line through the samples. It skips the first fifth,
 * while code is compiled and caches fill up.
 * @returns megabytes per 1,000 calls; undefined for less than ten samples, which are too few
 */
export function heapSlope(samples: readonly HeapSample[]): number | undefined {
  if (samples.length < 10) return undefined;
  const settled = samples.slice(Math.ceil(samples.length / 5));
  const mean = (pick: (sample: HeapSample) => number) =>
    settled.reduce((sum, sample) => sum + pick(sample), 0) / settled.length;
  const meanCalls = mean(({ calls }) => calls);
  const meanBytes = mean(({ bytes }) => bytes);
  const covariance = mean(({ calls, bytes }) => (calls - meanCalls) * (bytes - meanBytes));
  const variance = mean(({ calls }) => (calls - meanCalls) ** 2);
  return variance === 0 ? undefined : ((covariance / variance) * 1_000) / 2 ** 20;
}
