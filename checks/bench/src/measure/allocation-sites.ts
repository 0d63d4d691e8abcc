import { Session } from "node:inspector/promises";
import { basename } from "node:path";

/**
 * Estimates how much each function allocates in a piece of work, including short-lived garbage.
 * @returns bytes per call by function, as `name (file)`; sampled, so it varies by some percent
 */
export async function allocationSites(
  work: () => Promise<unknown>,
  calls: number,
): Promise<Map<string, number>> {
  const session = new Session();
  session.connect();
  await session.post("HeapProfiler.enable");
  await session.post("HeapProfiler.startSampling", {
    samplingInterval: 512,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  for (let call = 0; call < calls; call += 1) await work();
  const { profile } = await session.post("HeapProfiler.stopSampling");
  session.disconnect();
  const sites = new Map<string, number>();
  const waiting = [profile.head];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { functionName, url } = node.callFrame;
    const site = `${functionName || "(anonymous)"} (${basename(url) || "engine"})`;
    sites.set(site, (sites.get(site) ?? 0) + node.selfSize / calls);
    waiting.push(...node.children);
  }
  return sites;
}
