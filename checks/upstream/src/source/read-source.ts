import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { DocumentError } from "@np6/openapi-document";
import { type DownloadLimits, download, isUrl } from "@np6/openapi-document/reading";

/**
 * Reads the text of a document from a file or a URL.
 * @throws DocumentError when it is missing, unreadable, or larger than the limit
 */
export async function readSource(from: string, limits: DownloadLimits): Promise<string> {
  if (isUrl(from)) return download(from, limits);
  const file = resolve(from);
  const stats = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === "ENOENT" ? "there is no such file" : cause.message;
    throw new DocumentError(`${file}: ${reason}. Check --from.`, [], { cause });
  });
  if (!stats.isFile()) throw new DocumentError(`${file} is not a file. Name the bundle itself with --from.`);
  if (stats.size > limits.maxBytes) {
    throw new DocumentError(`${file} is larger than ${limits.maxBytes} bytes. Check that it is the bundle.`);
  }
  return readFile(file, "utf8");
}
