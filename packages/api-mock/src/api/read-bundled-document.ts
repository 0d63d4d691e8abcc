import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { JsonObject } from "@np6/openapi-document";

/** Reads the OpenAPI document of the NP6 API from `@np6/api-types`. */
export async function readBundledDocument(): Promise<JsonObject> {
  // Not an import: JSON modules print a warning on Node 20.
  const path = createRequire(import.meta.url).resolve("@np6/api-types/openapi.json");
  return JSON.parse(await readFile(path, "utf8"));
}
