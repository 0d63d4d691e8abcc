import { type DocumentOptions, limitsOf } from "./document-options.ts";
import { download } from "./download.ts";
import { isUrl } from "./is-url.ts";
import { type LoadedDocument, loadDocument, loadText } from "./load-document.ts";

/**
 * Loads a document from a file or a URL. Comparisons may download, because their result need not be reproducible;
 * generation may not. A downloaded document may not refer to other documents.
 *
 * @param spec path, or URL with `https:` (`http:` on this machine)
 * @throws DocumentError when the document cannot be downloaded or read
 */
export async function loadSpec(spec: string, options: DocumentOptions = {}): Promise<LoadedDocument> {
  if (!isUrl(spec)) return loadDocument(spec, options);
  return loadText(await download(spec, limitsOf(options)), spec, options);
}
