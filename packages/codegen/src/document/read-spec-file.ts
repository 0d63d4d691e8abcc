import { stat } from "node:fs/promises";
import path from "node:path";
import { type Document, YamlParseError } from "@redocly/openapi-core";
import { CodegenError } from "../codegen-error.ts";
import { isUrl, type LocalFileResolver } from "./local-file-resolver.ts";
import { plainParseMessage } from "./plain-parse-message.ts";
import { showFile } from "./show-file.ts";

/**
 * Reads and parses the root file of a document.
 *
 * @throws CodegenError when it is a URL, missing, a folder, unreadable or neither YAML nor JSON
 */
export async function readSpecFile(specFile: string, resolver: LocalFileResolver): Promise<Document> {
  if (isUrl(specFile)) {
    throw new CodegenError(`${specFile} is a URL; download the document and give the path of the file`);
  }
  const absolutePath = path.resolve(specFile);
  const file = showFile(absolutePath);
  const found = await stat(absolutePath).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === "ENOENT" ? "there is no such file" : cause.message;
    throw new CodegenError(reason, [{ file }], { cause });
  });
  if (!found.isFile())
    throw new CodegenError("an OpenAPI document is expected here, not a folder", [{ file }]);
  const document = await resolver.resolveDocument(null, absolutePath, true).catch((cause: unknown) => cause);
  if (document instanceof YamlParseError) throw parseError(document, file);
  if (document instanceof Error) throw new CodegenError(document.message, [{ file }], { cause: document });
  return document as Document;
}

function parseError(error: YamlParseError, file: string): CodegenError {
  const reason = `this cannot be parsed as YAML or JSON: ${plainParseMessage(error.message)}`;
  const position = Number.isNaN(error.line) ? {} : { line: error.line, column: error.col };
  return new CodegenError(reason, [{ file, ...position }], { cause: error });
}
