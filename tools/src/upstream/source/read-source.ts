import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { UpstreamError } from "../upstream-error.ts";
import { type DownloadLimits, download } from "./download.ts";

/**
 * Reads the text of a document from a file or, when it begins with `http://` or `https://`, from an address.
 * @throws UpstreamError when there is none, it cannot be read, or it is larger than the limit
 */
export async function readSource(from: string, limits: DownloadLimits): Promise<string> {
  if (/^https?:\/\//i.test(from)) return download(from, limits);
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(from)) {
    throw new UpstreamError(`${from}: only http:// and https:// are read; download it and give the file.`);
  }
  const file = resolve(from);
  const found = await stat(file).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === "ENOENT" ? "there is no such file" : cause.message;
    throw new UpstreamError(`${file}: ${reason}. Check --from.`, { cause });
  });
  if (!found.isFile()) throw new UpstreamError(`${file} is not a file. Give the bundle itself to --from.`);
  if (found.size > limits.bytes) {
    throw new UpstreamError(`${file} is larger than ${limits.bytes} bytes. Check that it is the bundle.`);
  }
  return readFile(file, "utf8");
}
