import type { Server } from "node:http";
import { isIPv6 } from "node:net";

/** Explanations of the errors of listening. */
const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: "is in use. Choose another port, or 0 for a free one",
  EACCES: "needs more rights than this process has. Choose a port from 1024 up, or 0 for a free one",
  EADDRNOTAVAIL: "is not an address of this machine. Choose 127.0.0.1, or an address that this machine has",
  ENOTFOUND: "cannot be resolved. Choose 127.0.0.1, or an address that this machine has",
};

/** Replaces a wildcard address, which cannot be called. */
const callable: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/**
 * Makes a server listen.
 *
 * @returns its base URL, without a trailing slash
 * @throws Error that names host and port, the reason and the fix
 */
export function listen(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? ""] ?? `cannot be used (${error.message})`;
      reject(new Error(`${host} port ${port} ${reason}.`, { cause: error }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === "object" && address !== null ? address.port : port;
      const name = callable[host] ?? host;
      resolve(`http://${isIPv6(name) ? `[${name}]` : name}:${bound}`);
    });
  });
}
