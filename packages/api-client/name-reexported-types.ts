import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

// `export type * from` suffices to import a name. It does not suffice to emit declarations: under pnpm, a dependency's
// dependency cannot be imported. The compiler then refers to a type only by an export that names it.

const star = /^export type \* from "([^"]+)";$/gm;

/** Finds the names that a declaration file exports. */
async function namesIn(file: string): Promise<string[]> {
  const lists = (await readFile(file, "utf8")).matchAll(/^export (?:type )?\{([^}]*)\}/gm);
  return [...lists].flatMap(([, list = ""]) =>
    list.split(",").flatMap((one) => one.trim().split(" as ").at(-1) || []),
  );
}

/**
 * Replaces star exports in the declaration files of a build by lists of names.
 *
 * @param folder of the build
 * @throws Error when a name would be exported twice, or a star exports nothing
 */
export async function nameReexportedTypes(folder: string): Promise<void> {
  const require = createRequire(import.meta.url);
  // Each format is built separately.
  for (const file of ["index.d.mts", "index.d.cts"].map((name) => join(folder, name)).filter(existsSync)) {
    const own = new Set(await namesIn(file));
    const text = await readFile(file, "utf8");
    let written = text;
    for (const [line, module = ""] of text.matchAll(star)) {
      const declared = require.resolve(module).replace(/\.cjs$/, ".d.cts");
      const names = (await namesIn(declared)).filter((name) => !own.has(name));
      if (names.length === 0) throw new Error(`${join(dirname(file), declared)} exports nothing`);
      for (const name of names) own.add(name);
      written = written.replace(line, `export type { ${names.join(", ")} } from "${module}";`);
    }
    if (written !== text) await writeFile(file, written);
  }
}
