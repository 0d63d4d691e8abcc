import type { Exchange, RecordingProxy } from "../exchanges/recording-proxy.ts";

/** Returns the exchanges of a proxy while a function runs, without other work at the same time. */
export async function exchangesOf(
  proxy: RecordingProxy,
  run: () => Promise<unknown>,
): Promise<readonly Exchange[]> {
  const before = proxy.exchanges.length;
  await run();
  return proxy.exchanges.slice(before);
}
