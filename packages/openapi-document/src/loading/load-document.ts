import { createHash } from "node:crypto";
import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { DocumentError } from "../pointer/document-error.ts";
import type { JsonObject } from "../pointer/json-object.ts";
import type { SourceLocation } from "../pointer/source-location.ts";
import { bundleDocument } from "../reading/bundle-document.ts";
import type { OpenFile } from "../reading/find-reference.ts";
import type { SourceFile } from "../reading/source-file.ts";
import { assertSupportedVersion } from "./assert-supported-version.ts";
import { type DocumentOptions, limitsOf } from "./document-options.ts";
import { groupWarnings, type LocatedWarning } from "./group-warnings.ts";
import { isUrl } from "./is-url.ts";
import { LocalFiles, tooLarge } from "./local-files.ts";
import { parseSource } from "./parse-source.ts";
import { parseSourceText } from "./parse-source-text.ts";
import { showFile } from "./show-file.ts";

/** A bundled OpenAPI document. */
export interface LoadedDocument {
  /** The bundled document: every `$ref` points into it. */
  readonly document: JsonObject;
  /** The document as JSON text, indented by two spaces, without a newline at the end. */
  readonly json: string;
  /** SHA-256 of `json` in UTF-8, in lower-case hexadecimal. */
  readonly sha256: string;
  /** Absolute paths of all files that were read. */
  readonly files: readonly string[];
  /** Probable mistakes of the document, one line per kind. */
  readonly warnings: readonly string[];
  /** Finds the source file and pointer for a pointer into `document`. */
  readonly locate: (pointer: string) => SourceLocation;
}

/**
 * Reads an OpenAPI 3.0, 3.1 or 3.2 document in YAML or JSON and bundles the files it refers to. It never uses the
 * network or a configuration file, so the same files always give the same result.
 *
 * @param specFile path of the document
 * @throws DocumentError when a file is missing, outside the root folder, beyond a limit or not parseable; also for an
 *   unsupported version, a broken `$ref` or an object that breaks a rule of OpenAPI
 */
export async function loadDocument(specFile: string, options: DocumentOptions = {}): Promise<LoadedDocument> {
  if (isUrl(specFile)) {
    throw new DocumentError(`${specFile} is a URL; download the document and give the path of the file`);
  }
  const absolutePath = path.resolve(specFile);
  const rootFolder = await rootFolderOf(absolutePath, options.root);
  const limits = limitsOf(options);
  const files = new LocalFiles({ rootFolder, limits, parse: parseSourceText, show: showFile });
  const opened = attempt(showFile(absolutePath), () => files.openDocument(absolutePath));
  const loaded = bundle(opened, (from, reference) => files.open(from, reference));
  return { ...loaded, files: files.paths };
}

/**
 * Reads a document from a text. It may not refer to other documents.
 *
 * @param shown the origin of the text, for messages
 */
export function loadText(text: string, shown: string, options: DocumentOptions = {}): LoadedDocument {
  const limits = limitsOf(options);
  const size = Buffer.byteLength(text);
  const root = attempt(shown, () => {
    if (size > limits.maxBytes) throw tooLarge(size, limits.maxBytes);
    return parseSource(text, shown, parseSourceText, limits);
  });
  const loaded = bundle({ id: shown, shown, root }, () => {
    throw new Error(
      "a document from a URL refers to nothing outside itself; download it with the files that it refers to, or ask for it in one piece (bundled)",
    );
  });
  return { ...loaded, files: [] };
}

function bundle(root: SourceFile, openFile: OpenFile): Omit<LoadedDocument, "files"> {
  assertSupportedVersion(root.root, root.shown);
  const { document, warnings, locate } = attempt(root.shown, () => bundleDocument(root, openFile));
  const json = JSON.stringify(document, null, 2);
  const sha256 = createHash("sha256").update(json).digest("hex");
  const located: readonly LocatedWarning[] = warnings;
  return { document, json, sha256, warnings: groupWarnings(located), locate };
}

async function rootFolderOf(absolutePath: string, root: string | undefined): Promise<string> {
  if (root === undefined) return path.dirname(absolutePath);
  const folder = path.resolve(root);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) throw new DocumentError("--root must be a folder", [{ file: root }]);
  const real = await realpath(absolutePath).catch(() => absolutePath);
  for (const [within, file] of [
    [folder, absolutePath],
    [await realpath(folder), real],
  ] as const) {
    if (!path.relative(within, file).startsWith("..")) return folder;
  }
  throw new DocumentError("the document is not in the folder that --root names; name one that has both", [
    { file: showFile(absolutePath) },
  ]);
}

/** Turns an error that occurs while a document is read into a DocumentError of that document. */
function attempt<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof DocumentError || cause instanceof TypeError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DocumentError(reason, [{ file }], { cause });
  }
}
