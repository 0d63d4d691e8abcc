import type { WorkspacePackage } from "../repository/read-workspace.ts";

/** A module that a published package lets others import. */
export interface PublicEntry {
  /** Folder of the package, relative to the repository. */
  readonly directory: string;
  /** The built declarations, relative to the package. */
  readonly declarations: string;
  /** Where the report of its API stands, relative to the repository. */
  readonly report: string;
}

/**
 * Finds the modules whose API is reported: every one that a published package exports, as an ES module.
 * The types package has no report: all of it is generated from the spec, and committed, so its diff is the report.
 */
export function publicEntries(packages: readonly WorkspacePackage[]): PublicEntry[] {
  return packages
    .filter(({ manifest }) => manifest.private !== true && manifest.name !== "@np6/api-types")
    .flatMap(({ directory, manifest }) =>
      Object.entries(manifest.exports ?? {}).flatMap(([subpath, target]) => {
        const module = typeof target === "string" ? target : target.import?.default;
        if (!module?.endsWith(".mjs")) return [];
        const name = subpath === "." ? "" : `.${subpath.slice(2).replaceAll("/", "-")}`;
        return {
          directory,
          declarations: module.replace(/\.mjs$/, ".d.mts"),
          report: `${directory}/api-report${name}.md`,
        };
      }),
    );
}
