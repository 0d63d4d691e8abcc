import type { PackageManifest } from "../../repository/read-workspace.ts";

/** The checked part of a CycloneDX bill of materials. */
export interface Sbom {
  readonly bomFormat?: string;
  readonly metadata?: { readonly component?: { readonly purl?: string } };
  readonly components?: readonly {
    readonly group?: string;
    readonly name: string;
    readonly version?: string;
  }[];
}

/**
 * Checks that a bill of materials describes the package and lists its dependencies. If one were missing, a vulnerable
 * version of it would go unnoticed.
 * @returns the problems, in sentences; empty when there are none
 */
export function checkSbom(sbom: Sbom, manifest: PackageManifest & { readonly version: string }): string[] {
  const { name, version, dependencies = {} } = manifest;
  const of = `${name}: the bill of materials`;
  const purl = `pkg:npm/${name.replace("@", "%40")}@${version}`;
  const listed = new Set(
    (sbom.components ?? [])
      .filter((component) => component.version !== undefined)
      .map(({ group, name }) => (group === undefined ? name : `${group}/${name}`)),
  );
  return [
    ...(sbom.bomFormat === "CycloneDX" ? [] : [`${of} is not CycloneDX; check the output of \`pnpm sbom\`.`]),
    ...(sbom.metadata?.component?.purl === purl
      ? []
      : [`${of} does not describe ${purl}; run \`pnpm release version\`, then pack again.`]),
    ...Object.keys(dependencies)
      .filter((dependency) => !listed.has(dependency))
      .map((dependency) => `${of} lacks ${dependency}; run npx pnpm@12.21.0 install and pack again.`),
  ];
}
