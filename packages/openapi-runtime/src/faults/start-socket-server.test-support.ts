import { type AddressInfo, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A TCP server on a free port of this machine. It ends with the test that started it, and so do its connections. */
export interface SocketServer {
  readonly port: number;
  /** Number of accepted connections. */
  readonly connections: () => number;
  /** All text received, over all connections. */
  readonly received: () => string;
}

/** @param serve - called for each connection, with its first bytes */
export async function startSocketServer(
  serve: (socket: Socket, first: string) => void,
): Promise<SocketServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let received = "";
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", (first) => serve(socket, first.toString("latin1")));
    socket.on("data", (bytes) => {
      received += bytes.toString("latin1");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { port, connections: () => connections, received: () => received };
}
