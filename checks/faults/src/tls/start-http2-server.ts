import { once } from "node:events";
import {
  constants,
  createSecureServer,
  type Http2SecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import type { Certificates } from "./create-certificates.ts";
import type { Http2Row } from "./http2-fault.ts";

/** A request that the server executed. */
export interface Http2Execution {
  readonly protocol: "h2" | "http/1.1";
  /** Number of the connection, from 1, in the order of creation. */
  readonly connection: number;
  readonly path: string;
  readonly body: string;
  /** Number of open requests on the connection when this one was complete, this one included. */
  readonly openAtOnce: number;
}

/** A server that offers HTTP/2 and HTTP/1.1 by ALPN, and a ledger of its executions. */
export interface Http2Server {
  /** `https://127.0.0.1:PORT`. */
  readonly url: string;
  readonly executions: readonly Http2Execution[];
  close(): Promise<void>;
}

/** Options of the server. */
export interface Http2ServerOptions {
  readonly certificates: Certificates;
  readonly row: Http2Row;
  readonly answer: { readonly contentType: string; readonly json: string };
  /** Whether it offers HTTP/2, and not only HTTP/1.1. Default: true. */
  readonly offersHttp2?: boolean;
  /** Whether a client has to present a certificate. Default: false. */
  readonly asksForCertificate?: boolean;
}

/**
 * Starts a server on a free port of 127.0.0.1. Over HTTP/1.1 every request gets a response; faults are for HTTP/2. So
 * does the first request of a connection, because clients send several at once only on an existing connection.
 */
export async function startHttp2Server(options: Http2ServerOptions): Promise<Http2Server> {
  const { certificates, row, offersHttp2 = true, asksForCertificate = false } = options;
  const executions: Http2Execution[] = [];
  const sockets = new Map<TLSSocket, { readonly number: number; open: number; executed: number }>();
  const settings = row.mostStreams === undefined ? {} : { maxConcurrentStreams: row.mostStreams };
  const tls = {
    ...certificates.server,
    ca: certificates.ca,
    requestCert: asksForCertificate,
    rejectUnauthorized: asksForCertificate,
  };
  const server = offersHttp2
    ? createSecureServer({ ...tls, allowHTTP1: true, settings })
    : (createServer(tls) as unknown as Http2SecureServer);
  let connections = 0;
  server.on("secureConnection", (socket: TLSSocket) => {
    connections += 1;
    sockets.set(socket, { number: connections, open: 0, executed: 0 });
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("session", (session) => {
    session.on("error", () => {});
    if (row.pings) session.ping(() => {});
  });
  server.on("sessionError", () => {});
  server.on("request", (request: Http2ServerRequest, response: Http2ServerResponse) => {
    const socket = (
      request.httpVersionMajor === 2 ? request.stream.session?.socket : request.socket
    ) as TLSSocket;
    const connection = [...sockets].find(
      ([each]) => each === socket || each.remotePort === socket.remotePort,
    )?.[1];
    if (connection === undefined) return;
    connection.open += 1;
    const chunks: Buffer[] = [];
    response.on("error", () => {});
    request.on("error", () => {});
    response.on("close", () => {
      connection.open -= 1;
    });
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      connection.executed += 1;
      executions.push({
        protocol: request.httpVersionMajor === 2 ? "h2" : "http/1.1",
        connection: connection.number,
        path: request.url,
        body: Buffer.concat(chunks).toString("utf8"),
        openAtOnce: connection.open,
      });
      if (request.httpVersionMajor === 2) {
        answerHttp2(request.stream as ServerHttp2Stream, connection.executed - 1, options);
      } else {
        response.writeHead(200, { "content-type": options.answer.contentType }).end(options.answer.json);
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    executions,
    async close() {
      for (const socket of sockets.keys()) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** @param executed - number of executed requests on the connection, without the first one */
function answerHttp2(stream: ServerHttp2Stream, executed: number, { row, answer }: Http2ServerOptions): void {
  const head = { ":status": 200, "content-type": answer.contentType };
  stream.on("error", () => {});
  const { fault } = row;
  if (executed === 0) {
    respond();
    return;
  }
  if (fault.kind === "goaway") {
    if (executed === fault.executed) sendGoAway(stream.session as ServerHttp2Session, fault.lastStream);
    // With this order, the first response tells the client nothing about the others.
    else if (executed > fault.executed) respond();
    return;
  }
  if (fault.kind === "answer" || executed > 1) {
    respond();
    return;
  }
  const code = constants[`NGHTTP2_${fault.code}`];
  if (fault.when === "before-answer") stream.close(code);
  else if (fault.when === "after-head") {
    stream.respond({ ...head, "content-length": answer.json.length });
    setImmediate(() => stream.close(code));
  } else {
    respond();
    stream.close(code);
  }

  function respond(): void {
    if (stream.destroyed) return;
    stream.respond(head);
    stream.end(answer.json);
  }
}

/** Sends GOAWAY, and ends the connection as soon as it is written. */
function sendGoAway(session: ServerHttp2Session, lastStream: number): void {
  session.goaway(constants.NGHTTP2_NO_ERROR, lastStream);
  setTimeout(() => session.destroy(), 50);
}
