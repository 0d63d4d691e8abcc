import type { Exchange, RecordingProxy } from "../exchanges/recording-proxy.ts";

/** What passed through a proxy while something ran that nothing else runs beside. */
export async function exchangesOf(
  proxy: RecordingProxy,
  run: () => Promise<unknown>,
): Promise<readonly Exchange[]> {
  const before = proxy.exchanges.length;
  await run();
  return proxy.exchanges.slice(before);
}
