// Loading and bundling of a document
export { type DocumentOptions, limitsOf } from "./loading/document-options.ts";
export { type DownloadLimits, download } from "./loading/download.ts";
export { groupWarnings, type LocatedWarning } from "./loading/group-warnings.ts";
export { isUrl } from "./loading/is-url.ts";
export { type LoadedDocument, loadDocument } from "./loading/load-document.ts";
export { loadSpec } from "./loading/load-spec.ts";
export { parseSourceText } from "./loading/parse-source-text.ts";
export { defaultLimits, type ReadingLimits } from "./loading/reading-limits.ts";
export { showFile } from "./loading/show-file.ts";
