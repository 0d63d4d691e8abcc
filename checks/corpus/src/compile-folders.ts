import { readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { execa } from "execa";

/** Settings of a strict consumer with the standard library and the DOM only. */
const compilerOptions = {
  target: "es2023",
  lib: ["es2023", "dom"],
  module: "nodenext",
  allowImportingTsExtensions: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipDefaultLibCheck: true,
};

/**
 * Compiles all folders below one in a single program of TypeScript 7, because starting a compiler for each would be
 * slow.
 * @param types packages with types for all of them
 * @returns the first error of each folder that does not compile, by the folder's name
 */
export async function compileFolders(
  folder: string,
  types: readonly string[] = [],
): Promise<Map<string, string>> {
  const typeRoots = [join(dirname(createRequire(import.meta.url).resolve("@types/node/package.json")), "..")];
  const options = { ...compilerOptions, types, typeRoots };
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  await writeFile(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, include: ["*/*.ts"] }),
  );
  const packageFile = createRequire(import.meta.url).resolve("typescript7/package.json");
  const tsc = join(dirname(packageFile), "bin/tsc");
  if ((await readdir(folder, { withFileTypes: true })).every((entry) => !entry.isDirectory()))
    return new Map();
  const words = [tsc, "--pretty", "false", "-p", folder];
  const { exitCode, all: output } = await execa("node", words, { cwd: folder, reject: false, all: true });
  const complaints = new Map<string, string>();
  for (const line of output.split("\n")) {
    const [, name, complaint] = /^([^/\s]+)\/\S+\.ts\(\d+,\d+\): (error TS.*)$/.exec(line) ?? [];
    if (name !== undefined && complaint !== undefined && !complaints.has(name))
      complaints.set(name, complaint);
  }
  if (exitCode !== 0 && complaints.size === 0)
    throw new Error(`the compiler ended with ${exitCode}: ${output.slice(0, 2000)}`);
  return complaints;
}
