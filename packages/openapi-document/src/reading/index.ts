// What a document is made of
export {
  type BundledDocument,
  bundleDocument,
  type DocumentWarning,
  type OpenFile,
} from "./bundle-document.ts";
export { DocumentError, type DocumentProblem } from "./document-error.ts";
// Its files
export { LocalFiles, tooLarge } from "./local-files.ts";
export { type ParseText, parseSource } from "./parse-source.ts";
export { defaultLimits, type ReadingLimits } from "./reading-limits.ts";
export type { SourceFile } from "./source-file.ts";
