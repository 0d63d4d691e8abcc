import { type DocumentOptions, limitsOf } from "./document-options.ts";
import { download } from "./download.ts";
import { isUrl } from "./is-url.ts";
import { type LoadedDocument, loadDocument, loadText } from "./load-document.ts";

/**
 * Loads a document from a file or from a URL. A comparison may fetch, unlike generation: it writes nothing that has to come out
 * the same tomorrow. A document that was fetched refers to nothing outside itself.
 *
 * @param spec path, or URL with `https:` (`http:` on this machine)
 * @throws DocumentError when it cannot be had or read
 */
export async function loadSpec(spec: string, options: DocumentOptions = {}): Promise<LoadedDocument> {
  if (!isUrl(spec)) return loadDocument(spec, options);
  return loadText(await download(spec, limitsOf(options)), spec, options);
}
