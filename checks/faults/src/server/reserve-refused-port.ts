import { once } from "node:events";
import { createConnection, createServer } from "node:net";
import { listenOnLoopback } from "../wire/listen-on-loopback.ts";

/** An address that refuses every connection. */
export interface RefusedPort {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Releases the port to the operating system; then any process may listen there. */
  close(): Promise<void>;
}

/**
 * Reserves a port of 127.0.0.1 on which no process listens, nor can listen until `close`. The port is the local end of
 * an open connection. A port that was only released could belong to another process a moment later.
 */
export async function reserveRefusedPort(): Promise<RefusedPort> {
  const listener = createServer();
  const { port } = new URL(await listenOnLoopback(listener));
  const accepted = once(listener, "connection");
  const reservation = createConnection({ host: "127.0.0.1", port: Number(port) });
  await Promise.all([once(reservation, "connect"), accepted]);
  const [socket] = await accepted;
  return {
    url: `http://127.0.0.1:${reservation.localPort}`,
    async close() {
      reservation.resetAndDestroy();
      socket.destroy();
      listener.close();
      await once(listener, "close");
    },
  };
}
