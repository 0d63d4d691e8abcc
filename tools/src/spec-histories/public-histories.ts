/** Consecutive versions of a public OpenAPI document in a package of the registry. */
export interface PublicHistory {
  readonly packageName: string;
  /** Path of the document inside the package. */
  readonly path: string;
  /** Exact versions, oldest first. */
  readonly versions: readonly string[];
}

/** The documents of `pnpm spec histories`: other authors write them and choose their version numbers. */
export const publicHistories: readonly PublicHistory[] = [
  {
    packageName: "@figma/rest-api-spec",
    path: "openapi/openapi.yaml",
    versions: ["0.41.0", "0.42.0", "0.43.0"],
  },
  { packageName: "@blockfrost/openapi", path: "openapi.yaml", versions: ["0.1.86", "0.1.92", "0.1.93"] },
  {
    packageName: "@gitbook/api",
    path: "spec/openapi.json",
    versions: ["0.167.0", "0.181.0", "0.201.0", "0.202.0"],
  },
  {
    packageName: "@ideal-postcodes/openapi",
    path: "dist/openapi.json",
    versions: ["4.12.0", "4.14.1", "4.21.0"],
  },
  {
    packageName: "@scalar/galaxy",
    path: "dist/latest.json",
    versions: ["0.6.4", "0.6.9", "0.6.11", "0.6.12"],
  },
  {
    packageName: "@octokit/openapi",
    path: "generated/api.github.com.json",
    versions: ["22.0.0", "23.0.0", "23.0.1", "23.0.2"],
  },
];
