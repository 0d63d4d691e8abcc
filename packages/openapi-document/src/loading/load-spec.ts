import { DocumentError } from "../pointer/document-error.ts";
import { type DocumentOptions, limitsOf } from "./document-options.ts";
import { isUrl } from "./is-url.ts";
import { type LoadedDocument, loadDocument, loadText } from "./load-document.ts";

const timeoutMs = 30_000;
const mostRedirects = 5;

/**
 * Loads a document from a file or from a URL. A comparison may fetch, unlike generation: it writes nothing that has to come out
 * the same tomorrow. A document that was fetched refers to nothing outside itself.
 *
 * @param spec path, or URL with `https:` (`http:` on this machine)
 * @throws DocumentError when it cannot be had or read
 */
export async function loadSpec(spec: string, options: DocumentOptions = {}): Promise<LoadedDocument> {
  if (!isUrl(spec)) return loadDocument(spec, options);
  return loadText(await download(new URL(spec), limitsOf(options).maxBytes), spec, options);
}

async function download(start: URL, maxBytes: number): Promise<string> {
  const signal = AbortSignal.timeout(timeoutMs);
  let url = start;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    assertFetchable(url);
    const response = await fetch(url, { signal, redirect: "manual" }).catch((cause: unknown) => {
      throw unavailable(url, cause instanceof Error ? cause.message : String(cause), cause);
    });
    if (response.ok) return readLimited(url, response, maxBytes);
    await response.body?.cancel();
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null)
      throw unavailable(url, `the server answers ${response.status}`);
    url = redirected(url, location);
  }
  throw unavailable(start, `the server redirects more than ${mostRedirects} times`);
}

/** A server sends a caller about on its own host only: elsewhere may be a machine that only the caller reaches. */
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
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes)
        throw new DocumentError(
          `${url.href} is larger than ${maxBytes} bytes; raise the limit with --max-bytes`,
        );
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof DocumentError) throw cause;
    throw unavailable(url, cause instanceof Error ? cause.message : String(cause), cause);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function unavailable(url: URL, reason: string, cause?: unknown): DocumentError {
  const wayOut = "download the document some other way and give the path of the file";
  return new DocumentError(`${url.href} cannot be fetched: ${reason}; ${wayOut}`, [], { cause });
}
