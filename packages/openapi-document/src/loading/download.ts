import { DocumentError } from "../pointer/document-error.ts";

/** Limits of a download. */
export interface DownloadLimits {
  /** Maximum size of the decompressed text in bytes. */
  readonly maxBytes: number;
  /** Milliseconds from the request to the last byte. Default: 30,000. */
  readonly timeoutMs?: number;
}

const mostRedirects = 5;

/**
 * Downloads a text. The request contains no key and no cookie.
 * @param from URL with `https:` (`http:` on this machine)
 * @throws DocumentError when the download fails or times out, redirects to another host, is an HTML page or is too
 *   large
 */
export async function download(
  from: string,
  { maxBytes, timeoutMs = 30_000 }: DownloadLimits,
): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  const failed = (cause: unknown) =>
    unavailable(
      url,
      signal.aborted ? `the server did not answer within ${timeoutMs} ms` : reasonOf(cause),
      cause,
    );
  if (!URL.canParse(from)) throw new DocumentError(`${from} is no URL; check it`);
  let url = new URL(from);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    assertFetchable(url);
    const headers = { accept: "application/yaml, application/json;q=0.9, text/plain;q=0.8, */*;q=0.1" };
    const response = await fetch(url, { headers, signal, redirect: "manual" }).catch((cause: unknown) => {
      throw failed(cause);
    });
    const type = response.headers.get("content-type") ?? "";
    const isPage = /^\s*(?:text\/html|application\/xhtml)/i.test(type);
    if (response.ok && !isPage) {
      return await readLimited(url, response, maxBytes).catch((cause: unknown) => {
        throw cause instanceof DocumentError ? cause : failed(cause);
      });
    }
    await response.body?.cancel();
    if (response.ok) throw unavailable(url, `the server answers a page (${type}), not a document`);
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null)
      throw unavailable(url, `the server answers ${response.status}`);
    url = redirected(url, location);
  }
  throw unavailable(url, `the server redirects more than ${mostRedirects} times`);
}

/** Only redirects to the same host are followed: another host may be a machine that only the caller can reach. */
function redirected(from: URL, location: string): URL {
  if (!URL.canParse(location, from.href)) throw unavailable(from, "the server redirects to what is no URL");
  const to = new URL(location, from);
  if (to.host === from.host && to.protocol === from.protocol) return to;
  const reason = `${from.href} redirects to ${to.href}, which is another host; give that URL instead, if it is the right one`;
  throw new DocumentError(reason);
}

function assertFetchable(url: URL): void {
  if (url.username !== "" || url.password !== "") {
    throw new DocumentError(
      "the URL must not contain credentials; download the document and give the path of the file",
    );
  }
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && local)) {
    throw new DocumentError(`${url.href} must use https: (http: only on this machine)`);
  }
}

async function readLimited(url: URL, response: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // An error that leaves the loop cancels the download.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      const wayOut = "check that it is the document, or raise the limit where there is an option for it";
      throw new DocumentError(`${url.href} is larger than ${maxBytes} bytes; ${wayOut}`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** fetch reports "fetch failed"; the reason is in the cause. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return String(cause);
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
}

function unavailable(url: URL, reason: string, cause?: unknown): DocumentError {
  const wayOut = "download the document some other way and give the path of the file";
  return new DocumentError(`${url.href} cannot be fetched: ${reason}; ${wayOut}`, [], { cause });
}
