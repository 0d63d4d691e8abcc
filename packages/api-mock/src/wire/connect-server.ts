import * as http from "node:http";
import * as https from "node:https";
import type { ClientConnection } from "./client-connection.ts";
import { readBody } from "./read-body.ts";

/** A request to forward. */
export interface OutgoingRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Names and values alternately. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  /** Ends the request when its client disconnects. */
  readonly connection: ClientConnection;
}

/** A received response. */
export interface IncomingAnswer {
  readonly status: number;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** A server to which requests are forwarded, over kept-alive connections. */
export interface ServerConnection {
  /** Sends one request, follows no redirect, and reads the response to its end. */
  readonly send: (request: OutgoingRequest) => Promise<IncomingAnswer>;
  readonly disconnect: () => void;
}

/** Connects to the server of a base URL, whose path precedes each target. */
export function connectServer(baseUrl: string): ServerConnection {
  const { protocol, hostname, port, pathname } = new URL(baseUrl);
  const { Agent, request } = protocol === "https:" ? https : http;
  const agent = new Agent({ keepAlive: true });
  // An IPv6 address has brackets only in a URL.
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  const before = pathname.replace(/\/$/, "");
  return {
    send: ({ method, target, rawHeaders, body, connection }) =>
      new Promise((resolve, reject) => {
        const headers = [...rawHeaders];
        const options = {
          agent,
          host,
          ...(port === "" ? {} : { port }),
          method,
          path: before + target,
          headers,
        };
        const outgoing = request(options, (answer) => {
          const { statusCode = 502, rawHeaders } = answer;
          readBody(answer).then(
            (content = Buffer.alloc(0)) => resolve({ status: statusCode, rawHeaders, body: content }),
            reject,
          );
        });
        outgoing.once("error", reject);
        connection.onClose(() => outgoing.destroy(new Error("the client disconnected")));
        // As a string, the body is written together with the head.
        outgoing.end(body.toString("latin1"), "latin1");
      }),
    disconnect: () => agent.destroy(),
  };
}
