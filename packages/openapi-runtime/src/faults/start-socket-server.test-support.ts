import { type AddressInfo, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A TCP server on a free port of this machine; it ends, with all its connections, with the test that started it. */
export interface SocketServer {
  readonly port: number;
  /** How many connections it accepted. */
  readonly connections: () => number;
  /** What it received, over all connections. */
  readonly received: () => string;
}

/** @param serve - is given each connection with the first bytes that it brings */
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
