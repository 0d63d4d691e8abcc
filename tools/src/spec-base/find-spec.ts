import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { execa } from "execa";
import { InputError } from "../repository/input-error.ts";
import { specAtRef } from "./spec-at-ref.ts";
import { parsePackagedSpec, specInPackage } from "./spec-in-package.ts";

/** A document for a comparison. */
export interface FoundSpec {
  /** Path of the file to read. */
  readonly file: string;
  /** Description of the document. */
  readonly name: string;
}

/**
 * Finds a document by its name on the command line: a file, `package@version` of the registry, or a commit.
 * @param repository - absolute path of the checkout
 * @param folder - an empty folder for downloads
 * @param cwd - base of a relative path
 * @throws InputError when there is no such document
 */
export async function findSpec(
  named: string,
  repository: string,
  folder: string,
  cwd: string,
): Promise<FoundSpec> {
  const path = resolve(cwd, named);
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isFile()) return { file: path, name: named };
  if (stats?.isDirectory() && /[\\/]/.test(named)) {
    throw new InputError(`"${named}" is a folder; name the document's root file.`);
  }
  const packaged = parsePackagedSpec(named);
  if (packaged === undefined) {
    return { file: await specAtRef(repository, named, folder), name: `spec/ at ${named}` };
  }
  // The tag of a release looks like a package, but git has it without a network.
  if (await isTag(repository, named)) {
    return { file: await specAtRef(repository, named, folder), name: `spec/ at the tag ${named}` };
  }
  return { file: await specInPackage(packaged, repository, folder), name: named };
}

async function isTag(repository: string, name: string): Promise<boolean> {
  const words = ["rev-parse", "--verify", "--quiet", "--end-of-options", `refs/tags/${name}^{commit}`];
  return (await execa("git", words, { cwd: repository, reject: false })).exitCode === 0;
}
