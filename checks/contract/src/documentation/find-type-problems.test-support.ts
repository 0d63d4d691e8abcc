import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Example } from "./read-examples.test-support.ts";

/** The settings of a strict consumer. */
const tsconfig = {
  compilerOptions: {
    target: "es2023",
    lib: ["es2024", "dom", "dom.iterable"],
    module: "nodenext",
    moduleResolution: "nodenext",
    moduleDetection: "force",
    types: ["node"],
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ["**/*.ts"],
};

/**
 * Type-checks all examples in a folder at once, with the built packages.
 * @param folder - folder of `writeExample`
 * @returns the compiler's errors, each as `page:line: message`; empty when there are none
 */
export async function findTypeProblems(folder: string, examples: readonly Example[]): Promise<string[]> {
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
  const output = await new Promise<string>((resolve, reject) => {
    execFile("tsc", ["--pretty", "false", "-p", "."], { cwd: folder }, (error, stdout, stderr) => {
      // A numeric exit code means errors on stdout; otherwise tsc did not start.
      if (error !== null && typeof error.code !== "number") reject(error);
      else resolve(stdout + stderr);
    });
  });
  return output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => nameExample(line, examples));
}

function nameExample(complaint: string, examples: readonly Example[]): string {
  const [, file, line, message] = /^(\S+)\((\d+),\d+\): (.*)$/.exec(complaint) ?? [];
  const example = examples.find(({ page, line: first }) => file === `${page}.${first}.ts`);
  return example === undefined ? complaint : `${example.page}:${line}: ${message}`;
}
