import { createServer, type OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that sends the same response to every request, and counts them. */
export interface CountingServer {
  readonly url: string;
  readonly received: () => number;
  close(): void;
}

export async function startCountingServer(
  headers: OutgoingHttpHeaders,
  body: string | Buffer,
): Promise<CountingServer> {
  let received = 0;
  const server = createServer((request, response) => {
    received += 1;
    request.resume();
    request.on("end", () => response.writeHead(200, headers).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received: () => received,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
