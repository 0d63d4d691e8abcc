import { once } from "node:events";
import { createServer } from "node:http";

/** A running health check. */
export interface Health {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Answers `/live` with 200 while the process responds. Answers `/ready` with 200 while the journal responds, else 503.
 *
 * @param port 0 for any free port
 * @param readJournal sends a query to the journal
 */
export async function serveHealth(port: number, readJournal: () => Promise<unknown>): Promise<Health> {
  const server = createServer((request, response) => {
    const answer = (status: number): void => void response.writeHead(status).end();
    if (request.url === "/live") return answer(200);
    if (request.url !== "/ready") return answer(404);
    const late = setTimeout(() => answer(503), 2000);
    readJournal()
      .then(
        () => 200,
        () => 503,
      )
      .then((status) => {
        clearTimeout(late);
        if (!response.writableEnded) answer(status);
      });
  });
  server.listen(port);
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
