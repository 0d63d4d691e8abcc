import { collectGarbage } from "./collect-garbage.ts";

const usedBytes = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/**
 * Counts the bytes that a piece of work allocates. The process needs a young generation larger than that
 * (`--max-semi-space-size`), because memory collected meanwhile is not counted.
 * @returns bytes per call, on the heap and outside of it
 */
export async function allocatedBytes(work: () => Promise<unknown>, calls: number): Promise<number> {
  collectGarbage();
  const before = usedBytes();
  for (let call = 0; call < calls; call += 1) await work();
  return (usedBytes() - before) / calls;
}
