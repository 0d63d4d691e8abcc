import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";

// Private: it is bundled with what imports it.
const documentPackage = new URL("../../openapi-document/src/index.ts", import.meta.url);

/** All modules that a module imports, through relative imports, and the specifiers that are not relative. */
async function importsOf(
  entry: URL,
  seen = new Set<string>(),
  foreign = new Set<string>(),
): Promise<Set<string>> {
  if (seen.has(entry.href)) return foreign;
  seen.add(entry.href);
  const source = await readFile(entry, "utf8");
  for (const [, specifier = ""] of source.matchAll(/\bfrom "([^"]+)"/g)) {
    if (specifier.startsWith(".")) await importsOf(new URL(specifier, entry), seen, foreign);
    else if (specifier === "@np6/openapi-document") await importsOf(documentPackage, seen, foreign);
    else foreign.add(specifier);
  }
  return foreign;
}

it("has no dependency at all, so that other packages can bundle it", async () => {
  expect([...(await importsOf(new URL("operation-table.ts", import.meta.url)))]).toEqual([]);
  // The same look at the main entry finds its dependencies, so an empty answer means something.
  expect([...(await importsOf(new URL("index.ts", import.meta.url)))]).toContain("openapi-typescript");
});
