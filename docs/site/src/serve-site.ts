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

/** @returns the file that a path stands for; undefined when there is none in the folder */
function fileAt(folder: string, base: string, url: string): string | undefined {
  // Resolves every `..` that is not encoded.
  const { pathname } = new URL(url, "http://localhost");
  const path = decoded(pathname);
  if (!path?.startsWith(base)) return undefined;
  const file = join(folder, path.slice(base.length));
  if (`${file}/` !== join(folder, "/") && !file.startsWith(join(folder, "/"))) return undefined;
  const found = existsSync(file) && statSync(file).isDirectory() ? join(file, "index.html") : file;
  return existsSync(found) ? found : undefined;
}

/** @returns undefined for what is no UTF-8 */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
