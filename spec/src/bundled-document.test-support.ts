import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isJsonObject } from "@np6/openapi-document";

/**
 * Reads the bundled API description, dist/openapi.json.
 *
 * @throws {Error} when it is missing or not a JSON object; the message names the command that builds it.
 */
export function readBundledDocument(): Readonly<Record<string, unknown>> {
  const file = fileURLToPath(new URL("../dist/openapi.json", import.meta.url));
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`${file} cannot be read. Make it with \`pnpm build\` in this folder.`, { cause });
  }
  if (!isJsonObject(document))
    throw new Error(`${file} holds no JSON object. Make it anew with \`pnpm build\`.`);
  return document;
}
