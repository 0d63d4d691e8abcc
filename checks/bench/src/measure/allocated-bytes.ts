import { collectGarbage } from "./collect-garbage.ts";

const usedBytes = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/**
 * Counts what a piece of work allocates. The process must have a young generation that is larger than that
 * (`--max-semi-space-size`), since what is collected meanwhile is not seen.
 * @returns bytes per call, on the heap and beside it
 */
export async function allocatedBytes(work: () => Promise<unknown>, calls: number): Promise<number> {
  collectGarbage();
  const before = usedBytes();
  for (let call = 0; call < calls; call += 1) await work();
  return (usedBytes() - before) / calls;
}
