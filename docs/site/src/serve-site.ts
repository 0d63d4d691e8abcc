import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

/** The site on this machine, served as any static server would. */
export interface ServedSite {
  readonly origin: string;
  /** Changes every page before the browser gets it; undefined for no change. */
  spoil: ((html: string) => string) | undefined;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".md": "text/markdown; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Serves a folder to this machine alone.
 *
 * @param port - 0 for a free one
 * @param base - the path that it was built for
 */
export async function serveSite(folder: string, port = 0, base = "/"): Promise<ServedSite> {
  const server = createServer(({ url = "/" }, answer) => {
    // The URL class resolves every `..`, so that no path leads out of the folder.
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    const file = join(folder, path.startsWith(base) ? path.slice(base.length) : "404.html");
    const found = existsSync(file) && statSync(file).isDirectory() ? join(file, "index.html") : file;
    if (!found.startsWith(folder) || !existsSync(found)) return answer.writeHead(404).end();
    const body = readFileSync(found);
    const isPage = found.endsWith(".html");
    const caching = isPage ? "no-store" : "max-age=3600";
    answer.writeHead(200, { "content-type": types[extname(found)] ?? "", "cache-control": caching });
    answer.end(isPage && site.spoil ? site.spoil(body.toString("utf8")) : body);
  }).listen(port, "127.0.0.1");
  await once(server, "listening");
  const site: ServedSite = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spoil: undefined,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
  return site;
}
