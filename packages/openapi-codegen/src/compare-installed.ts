import { diffDocuments, findInstalledDocument, type InstalledDocument } from "@np6/openapi-diff";
import { type DocumentOptions, loadSpec } from "@np6/openapi-document/reading";
import { CodegenError } from "./codegen-error.ts";

/** Comparison of an installed package with a document. */
export interface InstalledComparison {
  readonly installed: InstalledDocument;
  /** Whether both bundled documents are the same, byte for byte. */
  readonly identical: boolean;
  /** One sentence each; empty when only text, examples or order differ. */
  readonly differences: readonly string[];
}

/**
 * Compares a document with the document that an installed package was generated from.
 *
 * @param packageName an installed package, such as a client
 * @param spec path or URL of an OpenAPI document
 * @param from folder of the project that has the package installed
 * @param options limits, and the root folder of a document from a file
 * @throws CodegenError when the package contains no document, or a document cannot be read
 */
export async function compareInstalled(
  packageName: string,
  spec: string,
  from: string,
  options: DocumentOptions = {},
): Promise<InstalledComparison> {
  const { root: _, ...limits } = options;
  try {
    const installed = await findInstalledDocument(packageName, from);
    const before = await loadSpec(installed.file, limits);
    const after = await loadSpec(spec, options);
    const identical = before.sha256 === after.sha256;
    const { changes } = diffDocuments(before.document, after.document);
    const differences = changes.filter(({ bump }) => bump !== "patch").map(({ message }) => message);
    return { installed, identical, differences };
  } catch (error) {
    throw CodegenError.from(error);
  }
}
