import { once } from "node:events";
import { createConnection } from "node:net";
import { Conditions } from "./conditions.ts";

/** A raw connection for tests of this package: sent bytes, received bytes, and its end. */
export interface RawClient {
  send(bytes: string | Buffer): void;
  /** Sends FIN, and continues to read. */
  finish(): void;
  /** All bytes received, one character each (latin1). */
  readonly received: string;
  readonly end: "open" | "FIN" | "RST";
  /** @throws Error when the condition is not true within 10 seconds */
  until(condition: (client: RawClient) => boolean): Promise<void>;
  destroy(): void;
}

/** Connects to an origin like `http://127.0.0.1:40123`; `end` shows whether that failed. */
export async function openRawClient(origin: string): Promise<RawClient> {
  const { hostname, port } = new URL(origin);
  const socket = createConnection({ host: hostname, port: Number(port), allowHalfOpen: true });
  const conditions = new Conditions();
  let received = "";
  let end: RawClient["end"] = "open";
  socket.on("data", (bytes) => {
    received += bytes.toString("latin1");
    conditions.test();
  });
  socket.on("end", () => {
    end = "FIN";
    conditions.test();
  });
  socket.on("error", (error: NodeJS.ErrnoException) => {
    end = error.code === "ECONNRESET" ? "RST" : "FIN";
    conditions.test();
  });
  const client: RawClient = {
    send: (bytes) => socket.write(bytes),
    finish: () => socket.end(),
    get received() {
      return received;
    },
    get end() {
      return end;
    },
    until: (condition) =>
      conditions.until(
        () => condition(client),
        10_000,
        () => `Received ${JSON.stringify(received.slice(0, 200))}, end: ${end}.`,
      ),
    destroy: () => socket.destroy(),
  };
  // A server that resets at once may do so before the connection is reported here.
  await Promise.race([once(socket, "connect"), once(socket, "close")]).catch(() => {});
  return client;
}
