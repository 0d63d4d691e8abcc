import { createServer, type Server, type Socket } from "node:net";
import { respond } from "../script/respond.ts";
import { Script } from "../script/script.ts";
import { Conditions } from "../wire/conditions.ts";
import { Connection, type ConnectionOwner } from "../wire/connection.ts";
import { listenOnLoopback } from "../wire/listen-on-loopback.ts";
import type { ReceivedRequest } from "../wire/received-request.ts";
import type { FaultServer, FaultServerOptions } from "./fault-server.ts";

const notScripted = respond({
  status: 501,
  headers: [["Content-Type", "text/plain"]],
  body: "The fault server has no script.",
});

/**
 * Starts a raw TCP server on a free port of 127.0.0.1. It sends its script unchanged, so it can cut, reset, drip and
 * lie where an HTTP server cannot.
 */
export async function startFaultServer(options: FaultServerOptions = {}): Promise<FaultServer> {
  // Half-open, so that FIN is sent by the script, not as a reaction to the peer's FIN.
  const listener = createServer({ allowHalfOpen: true, noDelay: true });
  const url = await listenOnLoopback(listener);
  return serve(listener, url, options);
}

function serve(
  listener: Server,
  url: string,
  { keepRequests = true, onRequestComplete }: FaultServerOptions,
): FaultServer {
  const sockets = new Set<Socket>();
  const requests: ReceivedRequest[] = [];
  const malformed: string[] = [];
  const conditions = new Conditions();
  const closed = Promise.withResolvers<void>();
  let script = new Script(notScripted);
  let connections = 0;
  let exchangesInProgress = 0;
  let bytesReceived = 0;
  let returned = 0;

  const owner: ConnectionOwner = {
    nextConnectionFault: () => script.nextConnectionFault(),
    nextFault: (request) => script.nextFault(request),
    recordRequest: (request) => {
      if (keepRequests) requests.push(request);
    },
    requestIsWhole: (request) => onRequestComplete?.(request),
    recordMalformed: (reason) => {
      malformed.push(reason);
      conditions.test();
    },
    recordBytes: (bytes) => {
      bytesReceived += bytes;
    },
    changed: () => conditions.test(),
    exchangeStarted: () => {
      exchangesInProgress += 1;
      conditions.test();
    },
    exchangeEnded: () => {
      exchangesInProgress -= 1;
      conditions.test();
    },
  };

  listener.on("connection", (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      conditions.test();
    });
    new Connection(socket, connections, owner).start();
    conditions.test();
  });
  listener.on("close", () => closed.resolve());

  const server: FaultServer = {
    url,
    get connections() {
      return connections;
    },
    get openSockets() {
      return sockets.size;
    },
    get exchangesInProgress() {
      return exchangesInProgress;
    },
    get bytesReceived() {
      return bytesReceived;
    },
    requests,
    malformed,
    script(faults) {
      script = new Script(faults);
    },
    until(condition, timeoutMilliseconds = 10_000) {
      return conditions.until(
        () => condition(server),
        timeoutMilliseconds,
        () =>
          `The fault server at ${url} has ${connections} connections (${sockets.size} open), ${requests.length} requests, ` +
          `${exchangesInProgress} exchanges in progress and ${bytesReceived} bytes received.`,
      );
    },
    async nextRequest() {
      const index = returned;
      returned += 1;
      await server.until(() => requests[index]?.complete === true);
      const request = requests[index];
      // Unreachable: the condition was true, and requests are never removed.
      if (request === undefined) throw new Error(`Request ${index + 1} is not recorded.`);
      return request;
    },
    async close() {
      listener.close();
      for (const socket of sockets) socket.destroy();
      await closed.promise;
      // The listener closes with its last connection, a moment before that connection's own end is reported.
      await server.until(() => sockets.size === 0 && exchangesInProgress === 0);
      conditions.stop(new Error(`The fault server at ${url} was closed.`));
    },
  };
  return server;
}
