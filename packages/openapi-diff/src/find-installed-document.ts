import { readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { asObject, DocumentError } from "@np6/openapi-document";

/** An OpenAPI document in an installed package. */
export interface InstalledDocument {
  /** The requested package. */
  readonly name: string;
  readonly version: string;
  /** The package with the document: the requested package, or one of its dependencies. */
  readonly shippedBy: string;
  /** Absolute path of the document. */
  readonly file: string;
}

interface InstalledPackage {
  readonly name: string;
  readonly folder: string;
  readonly manifest: {
    readonly version?: unknown;
    readonly exports?: unknown;
    readonly dependencies?: unknown;
  };
}

/** The subpath export with the document that a package was generated from. */
const subpath = "./openapi.json";

/**
 * Finds the document of an installed package: its export `./openapi.json`, or that of one of its dependencies. It runs
 * no code of the package.
 *
 * @param name name of the package
 * @param from folder of the project that has it installed
 * @throws DocumentError when it is not installed there, or contains no document
 */
export async function findInstalledDocument(name: string, from: string): Promise<InstalledDocument> {
  if (!/^(@[\w.-]+\/)?[\w.-]+$/.test(name) || name.startsWith(".")) {
    throw new DocumentError(`"${name}" is no name of a package; give one such as @scope/client`);
  }
  const asked = await findPackage(name, from);
  if (asked === undefined) {
    throw new DocumentError(
      `${name} is not installed here; run this in the folder of the project that uses it, after its install`,
    );
  }
  const dependencies = Object.keys(asObject(asked.manifest.dependencies));
  const others = await Promise.all(dependencies.map((dependency) => findPackage(dependency, asked.folder)));
  for (const candidate of [asked, ...others]) {
    const target = asObject(candidate?.manifest.exports)[subpath];
    if (candidate === undefined || typeof target !== "string") continue;
    const version =
      typeof asked.manifest.version === "string" ? asked.manifest.version : "of unknown version";
    return { name, version, shippedBy: candidate.name, file: path.join(candidate.folder, target) };
  }
  throw new DocumentError(
    `neither ${name} nor a dependency of it exports ${subpath}, the document that its code was generated from`,
  );
}

/** Searches like Node: in `node_modules` of the folder, then of its parent folders. */
async function findPackage(name: string, from: string): Promise<InstalledPackage | undefined> {
  for (let at = path.resolve(from); ; at = path.dirname(at)) {
    const manifestFile = path.join(at, "node_modules", name, "package.json");
    const text = await readFile(manifestFile, "utf8").catch(() => undefined);
    if (text !== undefined) {
      // The target of a symbolic link is the folder beside which the package's own dependencies are.
      const folder = await realpath(path.dirname(manifestFile));
      return { name, folder, manifest: JSON.parse(text) as InstalledPackage["manifest"] };
    }
    if (path.dirname(at) === at) return undefined;
  }
}
