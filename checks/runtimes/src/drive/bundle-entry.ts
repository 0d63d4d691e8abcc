import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Packages that are bundled into an entry. */
export interface BundledPackages {
  /** A `node_modules` folder. */
  readonly folder: string;
  /** The export conditions of the runtime. */
  readonly conditions: readonly string[];
}

/**
 * Bundles an entry of `src/entries` into one JavaScript file.
 * @param packages - bundled into the file as well; without them, `@np6/api-client` stays an import
 * @returns the JavaScript
 */
export async function bundleEntry(name: string, packages?: BundledPackages): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../entries/${name}.ts`, import.meta.url))],
    bundle: true,
    write: false,
    target: "es2022",
    // The paths in tsconfig.json are for the type checker only.
    tsconfigRaw: "{}",
    logLevel: "error",
    ...(packages === undefined
      ? { format: "esm", platform: "node", external: ["@np6/*", "undici", "msw/node", "msw", "nock"] }
      : {
          format: "iife",
          platform: "browser",
          nodePaths: [packages.folder],
          conditions: [...packages.conditions],
        }),
  });
  return outputFiles[0]?.text ?? "";
}
