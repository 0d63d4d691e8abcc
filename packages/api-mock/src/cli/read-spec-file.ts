import { readFile } from "node:fs/promises";
import { isJsonObject, type JsonObject } from "@np6/openapi-document";
import { parse } from "yaml";
import { readSpecification } from "../api/read-specification.ts";

/**
 * Reads a bundled OpenAPI document from a JSON or YAML file.
 *
 * @throws Error that names the file, the problem and the fix
 */
export async function readSpecFile(file: string): Promise<JsonObject> {
  const fail = (reason: string, error?: unknown): Error =>
    new Error(`--spec "${file}" ${reason}`, { cause: error });
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw fail(`cannot be read (${error.code}): use the path of an OpenAPI document.`, error);
  });
  let document: unknown;
  try {
    // YAML includes JSON.
    document = parse(text);
  } catch (error) {
    throw fail(`is neither JSON nor YAML: ${error instanceof Error ? error.message : String(error)}`, error);
  }
  if (!isJsonObject(document) || typeof document.openapi !== "string") {
    throw fail("is not an OpenAPI document: it has no `openapi` field with a version such as 3.1.0.");
  }
  try {
    readSpecification(document);
  } catch (error) {
    throw new Error(`--spec "${file}": ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  return document;
}
