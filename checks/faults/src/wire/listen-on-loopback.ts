import { once } from "node:events";
import type { Server } from "node:net";

/**
 * Listens on a free port of 127.0.0.1.
 * @returns the origin, for example `http://127.0.0.1:40123`
 */
export async function listenOnLoopback(listener: Server): Promise<string> {
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no TCP port.");
  return `http://127.0.0.1:${address.port}`;
}
