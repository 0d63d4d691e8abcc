import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { CodegenError } from "../codegen-error.ts";
import { type LoadedDocument, loadDocument } from "../document/load-document.ts";
import { isUrl } from "../document/local-file-resolver.ts";
import { showFile } from "../document/show-file.ts";

const timeoutMs = 30_000;
const maxBytes = 32 * 2 ** 20;

/**
 * Loads a document from a file or from a URL. A comparison may fetch, unlike generation: it writes nothing that has to come out
 * the same tomorrow. What the document itself refers to is not fetched.
 *
 * @param spec path, or URL with `https:` (`http:` on this machine)
 * @throws CodegenError when it cannot be had or read
 */
export async function loadSpec(spec: string): Promise<LoadedDocument> {
  if (!isUrl(spec)) return loadDocument(spec);
  const text = await download(new URL(spec));
  const folder = await mkdtemp(path.join(tmpdir(), "openapi-codegen-"));
  const file = path.join(folder, "openapi.yaml");
  try {
    await writeFile(file, text);
    return await loadDocument(file);
  } catch (cause) {
    if (!(cause instanceof CodegenError)) throw cause;
    // It names the file that it was saved as.
    throw new CodegenError(cause.message.replaceAll(showFile(file), spec).replaceAll(file, spec), [], {
      cause,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function download(url: URL): Promise<string> {
  assertFetchable(url);
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) }).catch((cause: unknown) => {
    throw unavailable(url, cause instanceof Error ? cause.message : String(cause), cause);
  });
  // Where redirects led to.
  assertFetchable(new URL(response.url));
  if (!response.ok) {
    await response.body?.cancel();
    throw unavailable(url, `the server answers ${response.status}`);
  }
  return readLimited(url, response);
}

function assertFetchable(url: URL): void {
  if (url.username !== "" || url.password !== "") {
    throw new CodegenError(
      "the URL must not contain credentials; download the document and give the path of the file",
    );
  }
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url.protocol !== "https:" && !(url.protocol === "http:" && local)) {
    throw new CodegenError(`${url.href} must use https: (http: only on this machine)`);
  }
}

async function readLimited(url: URL, response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new CodegenError(`${url.href} is larger than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof CodegenError) throw cause;
    throw unavailable(url, cause instanceof Error ? cause.message : String(cause), cause);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function unavailable(url: URL, reason: string, cause?: unknown): CodegenError {
  const wayOut = "download the document some other way and give the path of the file";
  return new CodegenError(`${url.href} cannot be fetched: ${reason}; ${wayOut}`, [], { cause });
}
