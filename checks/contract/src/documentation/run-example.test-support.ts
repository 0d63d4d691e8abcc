import { relative } from "node:path";
import type { Example } from "./read-examples.test-support.ts";
import { startExample } from "./start-example.test-support.ts";

/**
 * Runs an example in its own process, with `NP6_BASE_URL` and `NP6_API_KEY` of the mock. It runs in a new folder that
 * contains the API's document as `openapi.yaml`.
 * @param folder - folder of `writeExample`
 * @param file - the example as a module
 * @returns the problem, as `page:line: …`; undefined when it succeeded with the expected output
 */
export async function runExample(
  folder: string,
  file: string,
  example: Example,
  mockUrl: string,
): Promise<string | undefined> {
  const at = `${example.page}:${example.line}`;
  if (/\bcreateClient\(/.test(example.code) && !/\bbaseUrl: /.test(example.code)) {
    return `${at}: it would call the real API; give baseUrl: process.env.NP6_BASE_URL.`;
  }
  const { failed, stdout, stderr, module } = await startExample(file, { NP6_BASE_URL: mockUrl });
  // A stack contains the module's lines, which are those of the page.
  if (failed) return `${at}: it failed: ${stderr.replaceAll(relative(folder, module), example.page).trim()}`;
  const printed = stdout.trimEnd().split("\n");
  const { output } = example;
  if (output.length === 0 || printed.join("\n") === output.join("\n")) return undefined;
  return `${at}: it says that it prints ${JSON.stringify(output)}, but it prints ${JSON.stringify(printed)}.`;
}
