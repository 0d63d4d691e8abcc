import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { siteFolder } from "./site-files.ts";

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
  ".md": "text/markdown",
  ".txt": "text/plain",
};

/** Serves the built site on a free port of this machine. */
export async function serveSite(): Promise<ServedSite> {
  const server = createServer(({ url = "/" }, answer) => {
    const { pathname } = new URL(url, "http://localhost");
    const file = join(siteFolder, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    if (!existsSync(file)) return answer.writeHead(404).end();
    const body = readFileSync(file);
    const isPage = file.endsWith(".html");
    const caching = isPage ? "no-store" : "max-age=3600";
    answer.writeHead(200, { "content-type": types[extname(file)] ?? "", "cache-control": caching });
    answer.end(isPage && site.spoil ? site.spoil(body.toString("utf8")) : body);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const site: ServedSite = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spoil: undefined,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return site;
}
