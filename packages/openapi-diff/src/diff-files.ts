import { relative } from "node:path";
import { type DocumentOptions, isUrl, type LoadedDocument, loadSpec } from "@np6/openapi-document/reading";
import type { SpecDiff } from "./changes/spec-change.ts";
import { diffDocuments } from "./diff-documents.ts";
import { locateChanges } from "./locate-changes.ts";

/**
 * Reads two OpenAPI documents and compares them.
 *
 * @param base path or URL of the old document
 * @param head path or URL of the new document
 * @param options size limits and a root folder: a document inside it may refer to all its files, others only to files
 *   of their own folder
 * @throws DocumentError when one of them cannot be read
 */
export async function diffFiles(
  base: string,
  head: string,
  options: DocumentOptions = {},
): Promise<SpecDiff> {
  const before = await load(base, options);
  const after = await load(head, options);
  return locateChanges(diffDocuments(before.document, after.document), before, after);
}

function load(spec: string, { root, ...limits }: DocumentOptions): Promise<LoadedDocument> {
  const isInside = root !== undefined && !isUrl(spec) && !relative(root, spec).startsWith("..");
  return loadSpec(spec, isInside ? { root, ...limits } : limits);
}
