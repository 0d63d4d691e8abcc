interface Process {
  readonly versions?: { readonly node?: unknown };
  /** Electron's process type: `renderer` for a page. */
  readonly type?: unknown;
}

/**
 * Whether a visitor can read this code's values. Servers and edge workers have no document. jsdom and happy-dom add one
 * to Node, Bun and Deno, whose `process` shows that they are not a page. A bundler's `process` does not show that.
 */
export function isBrowser(): boolean {
  if (!("window" in globalThis && "document" in globalThis)) return false;
  const { process } = globalThis as { readonly process?: Process };
  const onServer =
    Object.prototype.toString.call(process) === "[object process]" &&
    typeof process?.versions?.node === "string";
  return !onServer || process.type === "renderer";
}
