import type { WorkspacePackage } from "../repository/read-workspace.ts";

/** A public module of a published package. */
export interface PublicEntry {
  /** Folder of the package, relative to the repository. */
  readonly directory: string;
  /** The built declarations, relative to the package. */
  readonly declarations: string;
  /** Path of the report on its API, relative to the repository. */
  readonly report: string;
}

/**
 * Lists the modules with a report: every ES module that a published package exports. The types package has no report:
 * all of it is generated and committed, so its diff is the report.
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
