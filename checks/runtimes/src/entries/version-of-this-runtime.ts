interface Versions {
  readonly Bun?: { readonly version: string };
  readonly Deno?: { readonly version: { readonly deno: string } };
}

/** The version that Node, Bun or Deno says of itself. */
export function versionOfThisRuntime(): string {
  const { Bun, Deno } = globalThis as Versions;
  return Bun?.version ?? Deno?.version.deno ?? process.versions.node;
}
