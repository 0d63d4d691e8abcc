import { createServer, connect as open, type Socket } from "node:net";

/** A controlled network between workers and a database. */
export interface TcpProxy extends AsyncDisposable {
  readonly port: number;
  /** Ends all connections at once, like a router that loses its state. */
  readonly cut: () => void;
  /** Stops all traffic in both directions, without notice. */
  readonly pause: () => void;
  readonly resume: () => void;
}

/** Forwards connections to a port of this machine. */
export async function startTcpProxy(to: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let isPaused = false;
  const server = createServer((near) => {
    const far = open(to, "127.0.0.1");
    for (const [from, target] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on("data", (bytes) => void target.write(bytes));
      from.on("error", () => {});
      from.on("close", () => {
        sockets.delete(from);
        target.destroy();
      });
      if (isPaused) from.pause();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { readonly port: number };
  const cut = (): void => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port,
    cut,
    pause: () => {
      isPaused = true;
      for (const socket of sockets) socket.pause();
    },
    resume: () => {
      isPaused = false;
      for (const socket of sockets) socket.resume();
    },
    async [Symbol.asyncDispose]() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
