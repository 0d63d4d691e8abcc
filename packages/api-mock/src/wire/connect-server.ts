import * as http from "node:http";
import * as https from "node:https";
import type { ClientConnection } from "./client-connection.ts";
import { readBody } from "./read-body.ts";

/** A request to pass on. */
export interface OutgoingRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** Names and values in turn. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  /** Ends the request when its client is gone. */
  readonly connection: ClientConnection;
}

/** What came back. */
export interface IncomingAnswer {
  readonly status: number;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** A server that requests are passed on to, over connections that are kept. */
export interface ServerConnection {
  /** Sends one request, follows no redirect, and reads the answer to its end. */
  readonly send: (request: OutgoingRequest) => Promise<IncomingAnswer>;
  readonly disconnect: () => void;
}

/** Connects to the server of a base URL, whose path comes before each target. */
export function connectServer(baseUrl: string): ServerConnection {
  const { protocol, hostname, port, pathname } = new URL(baseUrl);
  const { Agent, request } = protocol === "https:" ? https : http;
  const agent = new Agent({ keepAlive: true });
  // An IPv6 address stands in brackets in a URL, and without them everywhere else.
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
        connection.whenGone(() => outgoing.destroy(new Error("the client went away")));
        // As a string it goes out together with the head in one write.
        outgoing.end(body.toString("latin1"), "latin1");
      }),
    disconnect: () => agent.destroy(),
  };
}
