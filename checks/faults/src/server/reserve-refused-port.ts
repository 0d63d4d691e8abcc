import { once } from "node:events";
import { createConnection, createServer } from "node:net";
import { listenOnLoopback } from "../wire/listen-on-loopback.ts";

/** An address where every connection is refused. */
export interface RefusedPort {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Gives the port back to the operating system; from then on anybody may listen there. */
  close(): Promise<void>;
}

/**
 * Reserves a port of 127.0.0.1 on which nobody listens, and on which nobody can begin to until `close`. It is taken as
 * the local end of a connection that is kept open. A port that was merely released could be somebody else's a moment
 * later.
 */
export async function reserveRefusedPort(): Promise<RefusedPort> {
  const listener = createServer();
  const { port } = new URL(await listenOnLoopback(listener));
  const accepted = once(listener, "connection");
  const holder = createConnection({ host: "127.0.0.1", port: Number(port) });
  await Promise.all([once(holder, "connect"), accepted]);
  const [socket] = await accepted;
  return {
    url: `http://127.0.0.1:${holder.localPort}`,
    async close() {
      holder.resetAndDestroy();
      socket.destroy();
      listener.close();
      await once(listener, "close");
    },
  };
}
