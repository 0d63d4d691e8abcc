import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sirv from "sirv";

/** The site on this machine, served like by any static server. */
export interface ServedSite extends AsyncDisposable {
  readonly origin: string;
}

/**
 * Serves a folder on this machine only.
 *
 * @param port - 0 for a free port
 * @param base - base path of the built site
 */
export async function serveSite(folder: string, port = 0, base = "/"): Promise<ServedSite> {
  // `dev` reads each file when it is requested.
  const serve = sirv(folder, { dev: true });
  const server = createServer((request, answer) => {
    const { url = "/" } = request;
    const refuse = () => void answer.writeHead(404).end();
    if (!url.startsWith(base)) return refuse();
    request.url = url.slice(base.length - 1);
    return serve(request, answer, refuse);
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  const { port: assigned } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${assigned}`,
    [Symbol.asyncDispose]: () => {
      server.closeAllConnections();
      return server[Symbol.asyncDispose]();
    },
  };
}
