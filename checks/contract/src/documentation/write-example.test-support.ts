import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Example } from "./read-examples.test-support.ts";

/** Code before an example without an import: the client of the page's earlier examples. */
const clientOfThePage =
  'import { createClient, isNp6Error } from "@np6/api-client"; ' +
  'const np6 = createClient({ apiKey: "example-key", baseUrl: process.env.NP6_BASE_URL });';

/**
 * Writes an example as a module. Its code keeps the page's line numbers, so that compiler and runtime report the page's
 * lines.
 * @param folder - target folder, from which the module resolves packages
 * @returns the file, named after the page and line
 */
export async function writeExample(folder: string, { page, line, code }: Example): Promise<string> {
  const file = join(folder, `${page}.${line}.ts`);
  // The line of the fence is always available for this code.
  const before = /^import /m.test(code) ? "" : clientOfThePage;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${before}${"\n".repeat(line - 1)}${code}\n`);
  return file;
}
