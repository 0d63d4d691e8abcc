import { setTimeout as wait } from "node:timers/promises";
import {
  connectServer,
  type IncomingAnswer,
  type OutgoingRequest,
  type ServerConnection,
} from "../wire/connect-server.ts";

/** Longest time until Prism is back, in milliseconds; it takes 1 second on an idle machine. */
const patience = 30_000;

/** Milliseconds between two probes. */
const pause = 50;

/** Requests that crashed Prism are repeated one by one, over all sessions: the repeat shows which one crashes it. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Connects to a supervised Prism. A request that crashes Prism is repeated once when Prism is back; others wait.
 *
 * @param ending returns how Prism ended for good; undefined as long as it may come back
 */
export function connectPrism(url: string, ending: () => string | undefined): ServerConnection {
  const connection = connectServer(url);

  async function untilBack(request: OutgoingRequest): Promise<void> {
    const deadline = performance.now() + patience;
    const probe = {
      ...request,
      method: "GET",
      target: "/",
      rawHeaders: ["host", "127.0.0.1"],
      body: Buffer.alloc(0),
    };
    while (ending() === undefined && performance.now() < deadline) {
      // Any response will do.
      const isBack = await connection.send(probe).then(
        () => true,
        () => false,
      );
      if (isBack || request.connection.isClosed) return;
      await wait(pause);
    }
  }

  async function sendAgain(request: OutgoingRequest): Promise<IncomingAnswer> {
    await untilBack(request);
    return connection.send(request).catch(async (error: unknown) => {
      // The next request in the queue must not be blamed for the crash.
      await untilBack(request);
      throw error;
    });
  }

  return {
    send: (request) =>
      connection.send(request).catch((error: unknown) => {
        if (request.connection.isClosed) throw error;
        const again = queue.then(() => sendAgain(request));
        queue = again.catch(() => {});
        return again;
      }),
    disconnect: connection.disconnect,
  };
}
