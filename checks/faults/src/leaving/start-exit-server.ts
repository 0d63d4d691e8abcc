import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { listenOnLoopback } from "../wire/listen-on-loopback.ts";

/** Replaces every other machine, for processes that must reach none. */
export interface ExitServer {
  /** Number of connections that a process wanted to open to another machine. */
  readonly connections: number;
  /** Environment variables that redirect a process's connections to this server. Only Node supports them. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const preload = new URL("./redirect-leaving.mjs", import.meta.url);

/**
 * Starts a server that counts connections and closes each one. A process with its `env` reaches only this machine. So a
 * test can prove that nothing leaves it.
 */
export async function startExitServer(): Promise<ExitServer> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on("error", () => undefined);
    socket.destroy();
  });
  const { port } = new URL(await listenOnLoopback(server));
  return {
    get connections() {
      return connections;
    },
    env: {
      NP6_TEST_EXIT_PORT: port,
      NODE_OPTIONS: `--import=${JSON.stringify(fileURLToPath(preload))}`,
    },
    close: async () => {
      server.close();
      await once(server, "close");
    },
  };
}
