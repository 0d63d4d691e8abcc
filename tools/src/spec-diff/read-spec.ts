import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import {
  type ApiDescription,
  createOperationTable,
  generate,
  type JsonObject,
  loadDocument,
} from "@np6/openapi-codegen";
import { createFindUses, type FindUses } from "./find-uses.ts";

/** A document, and all that the judges ask of it. */
export interface ReadSpec {
  /** Bundled: every `$ref` points into it. */
  readonly document: JsonObject;
  readonly table: ApiDescription;
  /** The types that consumers compile against, as TypeScript. */
  readonly types: string;
  readonly findUses: FindUses;
}

/**
 * Reads an OpenAPI document and generates from it what consumers get.
 * @param root - a folder; a document in it may refer to whatever is in it, any other only to what is beside it
 * @throws CodegenError when it cannot be read as OpenAPI 3.0 or 3.1
 */
export async function readSpec(file: string, root: string): Promise<ReadSpec> {
  const isInside = !relative(root, file).startsWith("..");
  const options = isInside ? { root } : {};
  const { document } = await loadDocument(file, options);
  const { table } = createOperationTable(document);
  const folder = await mkdtemp(join(tmpdir(), "np6-spec-diff-"));
  try {
    const output = join(folder, "types.ts");
    await generate({ spec: file, types: output, ...options });
    return {
      document,
      table,
      types: await readFile(output, "utf8"),
      findUses: createFindUses(document, table),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
