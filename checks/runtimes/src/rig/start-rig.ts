import { Agent, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { faultIds } from "../suite/fault-ids.ts";
import type { SuiteSettings } from "../suite/smoke-case.ts";
import { corsHeaders } from "./cors-headers.ts";
import { faults } from "./faults.ts";
import { Ledger } from "./ledger.ts";
import { listen } from "./listen.ts";
import { passOn } from "./pass-on.ts";

/** The servers that one runtime's suite talks to. */
export interface Rig {
  readonly settings: Omit<SuiteSettings, "runtime">;
  /** A page that has loaded the script; the ledger is on the same origin. */
  readonly pageUrl: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts the servers of a rig on free ports. They are the API (with and without CORS headers), the other origin that
 * redirects point to, and the ledger.
 * @param script - what the page loads; empty for runtimes without pages
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
      // A page would send the request itself over the connection of its preflight; this one is to die while it is new.
      if (id === faultIds.diesAtOnce) response.setHeader("Connection", "close");
      response.writeHead(204).end();
      return;
    }
    response.setHeader("X-Request-Id", `request-${id}`);
    const fault = faults.get(id);
    if (fault) fault({ request: received, response, otherOriginUrl });
    else passOn(received, response, { mockUrl, agent });
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
      const found = await ledger.find({ server, id, until });
      response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(found));
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
      // The other origin holds this port of 127.0.0.1, so nobody else can take it on all addresses: this one stays closed.
      refusedUrl: `http://127.0.0.2:${otherOriginPort}`,
      ledgerUrl: `${frontUrl}/ledger`,
    },
    pageUrl: `${frontUrl}/`,
    close: async () => {
      agent.destroy();
      await Promise.all(
        servers.map((server) => {
          const closed = new Promise((resolve) => server.close(resolve));
          server.closeAllConnections();
          return closed;
        }),
      );
    },
  };
}
