/**
 * Returns the parts of an API that a document covers: each path up to its first parameter, without those inside
 * another. `/scripting/workflows` and `/scripting/workflows/{id}/nodes` become `/scripting/workflows`.
 */
export function pathPrefixes(paths: readonly string[]): string[] {
  const prefixes = new Set(paths.map((path) => path.replace(/\/?\{.*$/, "")));
  return [...prefixes].filter(
    (prefix) => ![...prefixes].some((candidate) => candidate !== prefix && isUnder(prefix, [candidate])),
  );
}

/** Whether a path is in one of the parts: `/scripting/workflows-old` is not in `/scripting/workflows`. */
export function isUnder(path: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}/`));
}
