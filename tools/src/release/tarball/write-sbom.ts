import { readFile } from "node:fs/promises";
import { execa } from "execa";
import { repositoryRoot } from "../../repository/repository-root.ts";
import type { Sbom } from "./check-sbom.ts";

/**
 * Writes the bill of materials (CycloneDX 1.6, JSON) of everything that a consumer of the package installs.
 * @param file - absolute path
 */
export async function writeSbom(name: string, file: string): Promise<Sbom> {
  const format = ["--sbom-format", "cyclonedx", "--sbom-spec-version", "1.6", "--sbom-type", "library"];
  await execa("pnpm", ["sbom", ...format, "--prod", "--filter", name, "--out", file], {
    cwd: repositoryRoot,
  });
  return JSON.parse(await readFile(file, "utf8")) as Sbom;
}
