import { diffDocuments, findInstalledDocument, type InstalledDocument } from "@np6/openapi-diff";
import { type DocumentOptions, loadSpec } from "@np6/openapi-document/reading";
import { CodegenError } from "./codegen-error.ts";

/** Whether an installed package is what a document would give. */
export interface InstalledComparison {
  readonly installed: InstalledDocument;
  /** Whether both documents are the same, byte for byte once bundled. */
  readonly identical: boolean;
  /** One sentence each; empty when what differs, if anything, is text, examples or order. */
  readonly differences: readonly string[];
}

/**
 * Compares the document that an installed package was generated from with another one.
 *
 * @param packageName an installed package, such as a client
 * @param spec path or URL of an OpenAPI document
 * @param from folder of the project that has the package installed
 * @param options limits, and the root folder of a document from a file
 * @throws CodegenError when there is nothing to compare, or a document cannot be read
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
