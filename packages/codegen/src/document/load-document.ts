import { createHash } from "node:crypto";
import path from "node:path";
import { bundleDocument, createConfig, type Document } from "@redocly/openapi-core";
import { CodegenError, type SourceLocation } from "../codegen-error.ts";
import type { JsonObject } from "../is-record.ts";
import { assertSupportedVersion } from "./assert-supported-version.ts";
import { bundleProblems } from "./bundle-problems.ts";
import { circularReference } from "./circular-reference.ts";
import { LocalFileResolver } from "./local-file-resolver.ts";
import { originalLocation, pathOrigins } from "./path-origins.ts";
import { readSpecFile } from "./read-spec-file.ts";
import { showFile } from "./show-file.ts";

/** An OpenAPI document in one piece. */
export interface LoadedDocument {
  /** The bundled document: every `$ref` points into it. */
  readonly document: JsonObject;
  /** The document as JSON text, indented by two spaces, without a newline at the end. */
  readonly json: string;
  /** SHA-256 of `json` in UTF-8, in lower-case hexadecimal. */
  readonly sha256: string;
  /** Absolute paths of all files that were read. */
  readonly files: readonly string[];
  /** What the bundler wants its author to know, one sentence each. */
  readonly warnings: readonly string[];
  /** Finds the file and pointer that a pointer into `document` was written at. Exact for path items. */
  readonly locate: (pointer: string) => SourceLocation;
}

/**
 * Reads an OpenAPI 3.0 or 3.1 document, YAML or JSON, and bundles the files it refers to into one document. Nothing is
 * fetched from a network and no configuration file is read: the same files always give the same result.
 *
 * @param specFile path of the document
 * @throws CodegenError when a file is missing or cannot be parsed, the version is not supported or a `$ref` is broken
 */
export async function loadDocument(specFile: string): Promise<LoadedDocument> {
  const absolutePath = path.resolve(specFile);
  const file = showFile(absolutePath);
  const resolver = new LocalFileResolver();
  const root = await readSpecFile(specFile, resolver);
  assertSupportedVersion(root.parsed, file);
  const origins = await pathOrigins(root, resolver, showFile);
  const { document, warnings } = await bundleRoot(root, resolver, file);
  const json = JSON.stringify(document, null, 2);
  return {
    document,
    json,
    sha256: createHash("sha256").update(json).digest("hex"),
    files: [...resolver.getFiles()],
    warnings,
    locate: (pointer) => originalLocation(pointer, file, origins),
  };
}

async function bundleRoot(
  root: Document,
  resolver: LocalFileResolver,
  file: string,
): Promise<{ document: JsonObject; warnings: string[] }> {
  const config = await createConfig({});
  const bundled = await bundleDocument({
    document: root,
    config: config.styleguide,
    externalRefResolver: resolver,
  }).catch((cause: unknown) => {
    throw bundleFailure(cause, root, file);
  });
  const warnings = bundleProblems(bundled.problems, bundled.bundle.parsed);
  return { document: bundled.bundle.parsed, warnings };
}

/** The bundler gives up on what goes in a circle, without saying where. */
function bundleFailure(cause: unknown, root: Document, file: string): CodegenError {
  if (cause instanceof RangeError) {
    const reason =
      "the document is nested too deeply, or a YAML alias contains itself; use a $ref instead of the alias";
    return new CodegenError(reason, [{ file }], { cause });
  }
  const pointer = circularReference(root.parsed);
  if (pointer !== undefined)
    return new CodegenError("this $ref leads back to itself", [{ file, pointer }], { cause });
  return new CodegenError(cause instanceof Error ? cause.message : String(cause), [{ file }], { cause });
}
