import {
  Agent,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from "node:http";
import { faultIds } from "../suite/fault-ids.ts";
import type { SuiteSettings } from "../suite/smoke-case.ts";
import { faults } from "./faults.ts";
import { Ledger } from "./ledger.ts";
import { listen } from "./listen.ts";
import type { ReceivedRequest } from "./received-request.ts";

/** The servers for one runtime's suite. */
export interface Rig extends AsyncDisposable {
  readonly settings: Omit<SuiteSettings, "runtime">;
  /** A page that has loaded the script; the ledger is on the same origin. */
  readonly pageUrl: string;
}

/**
 * Starts the servers of a rig on free ports: the API (with and without CORS headers), the other origin for redirects,
 * and the ledger.
 * @param script - script of the page; empty for runtimes without pages
 */
export async function startRig(mockUrl: string, script: string): Promise<Rig> {
  const ledger = new Ledger();
  const agent = new Agent({ keepAlive: true });

  const otherOrigin = createServer(async (request, response) => {
    await ledger.record("otherOrigin", request);
    response.writeHead(200, { ...corsHeaders(request.headers, []), "Content-Type": "application/json" });
    response.end("{}");
  });
  const otherOriginPort = await listen(otherOrigin);
  const otherOriginUrl = `http://127.0.0.1:${otherOriginPort}`;

  const answerCall = (withCors: boolean) => async (request: IncomingMessage, response: ServerResponse) => {
    const received = await ledger.record("api", request);
    const id = Number(/\/workflows\/(\d+)\//.exec(received.path)?.[1]);
    const exposed = id === faultIds.hiddenRequestId ? [] : ["x-request-id"];
    const cors = withCors ? corsHeaders(request.headers, exposed) : {};
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
    if (received.method === "OPTIONS") {
      // A page would send the request over the connection of its preflight, but this fault needs a new connection.
      if (id === faultIds.diesAtOnce) response.setHeader("Connection", "close");
      response.writeHead(204).end();
      return;
    }
    response.setHeader("X-Request-Id", `request-${id}`);
    const fault = faults.get(id);
    if (fault) fault({ request: received, response, otherOriginUrl });
    else forwardToMock(received, response, { mockUrl, agent });
  };
  const api = createServer(answerCall(true));
  const apiForReuse = createServer(answerCall(true));
  const apiWithoutCors = createServer(answerCall(false));

  const front = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://rig");
    if (url.pathname === "/page.js") {
      response.writeHead(200, { "Content-Type": "text/javascript" }).end(script);
    } else if (url.pathname === "/ledger") {
      const { server = "", id, until } = Object.fromEntries(url.searchParams);
      const requests = await ledger.find({ server, id, until });
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(requests));
    } else {
      const page =
        '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>';
      response.writeHead(200, { "Content-Type": "text/html" }).end(page);
    }
  });
  const frontUrl = `http://127.0.0.1:${await listen(front)}`;
  const servers = [otherOrigin, api, apiForReuse, apiWithoutCors, front];

  return {
    settings: {
      baseUrl: `http://127.0.0.1:${await listen(api)}`,
      baseUrlForReuse: `http://127.0.0.1:${await listen(apiForReuse)}`,
      baseUrlWithoutCors: `http://127.0.0.1:${await listen(apiWithoutCors)}`,
      // This port is taken on 127.0.0.1, so no process can listen on all addresses: 127.0.0.2 stays closed.
      refusedUrl: `http://127.0.0.2:${otherOriginPort}`,
      ledgerUrl: `${frontUrl}/ledger`,
    },
    pageUrl: `${frontUrl}/`,
    [Symbol.asyncDispose]: async () => {
      agent.destroy();
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()));
    },
  };
}

/**
 * Returns the CORS headers with which a page of another origin may call a server: origin, method and headers in the
 * preflight, and the response headers that the page may read.
 */
function corsHeaders(requested: IncomingHttpHeaders, exposed: readonly string[]): Record<string, string> {
  if (requested.origin === undefined) return {};
  const names = requested["access-control-request-headers"];
  return {
    "Access-Control-Allow-Origin": requested.origin,
    ...(names === undefined
      ? { "Access-Control-Expose-Headers": exposed.join(", ") }
      : { "Access-Control-Allow-Methods": "POST", "Access-Control-Allow-Headers": names }),
  };
}

/**
 * Forwards a request to the mock unchanged, and returns the mock's response. It adds no header, especially no
 * Content-Length that the client left out.
 */
function forwardToMock(
  { method, path, headers, body }: ReceivedRequest,
  response: ServerResponse,
  { mockUrl, agent }: { mockUrl: string; agent: Agent },
): void {
  const { host: _host, connection: _connection, ...forwarded } = headers;
  const passed = send(`${mockUrl}${path}`, { method, headers: forwarded, agent }, (answer) => {
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined && name !== "connection" && name !== "keep-alive")
        response.setHeader(name, value);
    }
    response.writeHead(answer.statusCode ?? 502);
    answer.pipe(response);
  });
  passed.on("error", (error) => response.writeHead(502).end(`the mock did not respond: ${error.message}`));
  passed.end(body);
}
