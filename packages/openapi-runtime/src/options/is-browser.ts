interface Process {
  readonly versions?: { readonly node?: unknown };
  /** Electron's: a page is a `renderer`. */
  readonly type?: unknown;
}

/**
 * Whether a visitor can read what this code holds. Servers and workers of the edge have no document. jsdom and
 * happy-dom bring one to Node, Bun and Deno, which say of themselves that they are no page. A bundler's `process` does
 * not.
 */
export function isBrowser(): boolean {
  if (!("window" in globalThis && "document" in globalThis)) return false;
  const { process } = globalThis as { readonly process?: Process };
  const onServer =
    Object.prototype.toString.call(process) === "[object process]" &&
    typeof process?.versions?.node === "string";
  return !onServer || process.type === "renderer";
}
