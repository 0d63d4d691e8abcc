import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Example } from "./read-examples.test-support.ts";

/** What an example without an import of its own goes on from: the client that the page has shown before. */
const earlierOnThePage =
  'import { createClient, isNp6Error } from "@np6/api-client"; ' +
  'const np6 = createClient({ apiKey: "example-key", baseUrl: process.env.NP6_BASE_URL });';

/**
 * Writes an example as a module. Its code stands on the same lines as in the page, so that compiler and runtime name the
 * page's line.
 * @param folder - where to write; the module resolves packages from there
 * @returns the file, whose name is the page's with the example's line
 */
export async function writeExample(folder: string, { page, line, code }: Example): Promise<string> {
  const file = join(folder, `${page}.${line}.ts`);
  // One line is there in any case: that of the fence.
  const before = /^import /m.test(code) ? "" : earlierOnThePage;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${before}${"\n".repeat(line - 1)}${code}\n`);
  return file;
}
