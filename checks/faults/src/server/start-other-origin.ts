import { createServer, type Socket } from "node:net";
import { listenOnLoopback } from "../wire/listen-on-loopback.ts";

/** A server of another origin (another port) that no request may reach. */
export interface OtherOrigin {
  /** `http://127.0.0.1:PORT`, for a `Location`. */
  readonly url: string;
  /** Number of accepted connections; even a connection without a byte is a leak. */
  readonly connections: number;
  /** Every received byte, one character each (latin1), to search for a secret. */
  readonly received: string;
  /** Destroys every connection and stops listening. */
  close(): Promise<void>;
}

const answer =
  "HTTP/1.1 200 \r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

/** Starts the other origin. It responds with 200 to everything, so that a client that follows a redirect succeeds. */
export async function startOtherOrigin(): Promise<OtherOrigin> {
  const listener = createServer();
  const url = await listenOnLoopback(listener);
  const sockets = new Set<Socket>();
  const pieces: Buffer[] = [];
  let connections = 0;
  listener.on("connection", (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("data", (bytes) => pieces.push(bytes));
    socket.once("data", () => socket.end(answer));
    // The peer may reset; "close" follows.
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  return {
    url,
    get connections() {
      return connections;
    },
    get received() {
      return Buffer.concat(pieces).toString("latin1");
    },
    close() {
      return new Promise((resolve) => {
        listener.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      });
    },
  };
}
