import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

/** The site on this machine, served like by any static server. */
export interface ServedSite {
  readonly origin: string;
  /** Changes every page before the browser receives it; undefined for no change. */
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
 * Serves a folder on this machine only.
 *
 * @param port - 0 for a free port
 * @param base - base path of the built site
 */
export async function serveSite(folder: string, port = 0, base = "/"): Promise<ServedSite> {
  const server = createServer(({ url = "/" }, answer) => {
    const found = fileAt(folder, base, url);
    if (found === undefined) return answer.writeHead(404).end();
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

/** @returns the file for a path; undefined when the folder contains none */
function fileAt(folder: string, base: string, url: string): string | undefined {
  // URL resolves every `..` that is not percent-encoded.
  const { pathname } = new URL(url, "http://localhost");
  const path = decoded(pathname);
  if (!path?.startsWith(base)) return undefined;
  const file = join(folder, path.slice(base.length));
  if (`${file}/` !== join(folder, "/") && !file.startsWith(join(folder, "/"))) return undefined;
  const found = existsSync(file) && statSync(file).isDirectory() ? join(file, "index.html") : file;
  return existsSync(found) ? found : undefined;
}

/** @returns undefined for a path that is not UTF-8 */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
