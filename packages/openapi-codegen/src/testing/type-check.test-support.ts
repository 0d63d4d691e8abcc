import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { type CommandLineResult, runNode } from "./run-command-line.test-support.ts";

const require = createRequire(import.meta.url);

/** Settings of a strict consumer with the standard library and the DOM only. */
const COMPILER_OPTIONS = {
  target: "es2023",
  lib: ["es2023", "dom"],
  module: "nodenext",
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  declaration: true,
  noEmit: true,
  // The standard library is not ours to check, and would take longer than our files.
  skipDefaultLibCheck: true,
};

/** Names of compilers in this package's manifest: `typescript` is 5.9, `typescript54` 5.4, `typescript7` 7. */
export type Compiler = "typescript" | "typescript54" | "typescript7";

// TypeScript 5.4 lacks two options, which concern files, not types.
const OPTIONS_FOR_54 = {
  target: "es2022",
  lib: ["es2022", "dom"],
  isolatedDeclarations: undefined,
  erasableSyntaxOnly: undefined,
};

/**
 * Type-checks each TypeScript file of a folder.
 *
 * @param more further compiler options
 */
export async function typeCheck(
  folder: string,
  compiler: Compiler,
  more: Readonly<Record<string, unknown>> = {},
): Promise<CommandLineResult> {
  const older = compiler === "typescript54" ? OPTIONS_FOR_54 : {};
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ type: "module" }));
  await writeFile(
    path.join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { ...COMPILER_OPTIONS, ...older, ...more }, include: ["*.ts"] }),
  );
  const packageFile = require.resolve(`${compiler}/package.json`);
  return runNode([path.join(path.dirname(packageFile), "bin", "tsc"), "-p", folder], folder);
}
