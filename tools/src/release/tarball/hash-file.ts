import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

/** Returns `sha256-` and the hash of a file's bytes in base64. */
export async function hashFile(file: string): Promise<string> {
  return `sha256-${createHash("sha256")
    .update(await readFile(file))
    .digest("base64")}`;
}
