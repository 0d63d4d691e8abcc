import { mkdir, mkdtempDisposable, readFile, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isAbsolute, join, relative } from "node:path";
import { diffFiles, type SpecChange, type SpecDiff } from "@np6/openapi-diff";
import { InputError } from "../repository/input-error.ts";
import { findLastRelease } from "./find-last-release.ts";
import { type FoundSpec, findSpec } from "./find-spec.ts";

/** The documents to compare, as named on the command line. */
export interface ComparedSpecs {
  /** A file, a git ref or `package@version`. Default: the last released spec. */
  readonly base?: string | undefined;
  /** A file. Default: the checkout's spec. */
  readonly head?: string | undefined;
  /** Whether to look for code that each break of types prevents from compiling. */
  readonly explain?: boolean | undefined;
}

/** The result of a comparison. */
export interface Comparison {
  readonly diff: SpecDiff;
  /** Descriptions of the compared documents. */
  readonly base: string;
  readonly head: string;
  /** Version of the last release, if it was the base. */
  readonly released?: string;
  /** Current version in the packages' package.json. */
  readonly current: string;
}

/**
 * Compares two documents.
 * @param repository - absolute path of the checkout
 * @param cwd - base of relative paths
 * @returns `undefined` when no base was named and nothing is released yet
 * @throws InputError or DocumentError when one of them cannot be found or read
 */
export async function compareSpecs(
  { base, head, explain = false }: ComparedSpecs,
  repository: string,
  cwd: string,
): Promise<Comparison | undefined> {
  await using temporary = await mkdtempDisposable(join(tmpdir(), "np6-spec-base-"));
  const folder = temporary.path;
  const current = await currentVersion(repository);
  const release = base === undefined ? await findLastRelease(repository, current) : undefined;
  const named = base ?? release?.name;
  if (named === undefined) return undefined;
  const inside = join(folder, "base");
  await mkdir(inside);
  const old = await findSpec(named, repository, inside, cwd);
  const now =
    head === undefined
      ? { file: join(repository, "spec/openapi.yaml"), name: "spec/ of this checkout" }
      : await findFile(head, repository, folder, cwd);
  if ((await realpath(old.file)) === (await realpath(now.file))) {
    throw new InputError(`base and head are the same file, ${old.name}; name two documents.`);
  }
  const compared = await diffFiles(old.file, now.file, { root: repository });
  const result = explain ? await withProofs(compared, old.file, now.file, repository) : compared;
  const diff = { ...result, changes: result.changes.map((change) => withoutFolder(change, folder)) };
  return {
    diff,
    base: old.name,
    head: now.name,
    current,
    ...(release === undefined ? {} : { released: release.version }),
  };
}

/** Imports the compiler on demand, because it takes longer than everything else. */
async function withProofs(diff: SpecDiff, old: string, now: string, repository: string): Promise<SpecDiff> {
  const { loadDocument, proveChanges } = await import("@np6/openapi-codegen");
  const isInside = (file: string) => !relative(repository, file).startsWith("..");
  const [before, after] = await Promise.all(
    [old, now].map((file) => loadDocument(file, isInside(file) ? { root: repository } : {})),
  );
  return before === undefined || after === undefined
    ? diff
    : proveChanges(diff, before.document, after.document);
}

/** Removes the temporary folder from the path of a downloaded file; the rest identifies the file. */
function withoutFolder(change: SpecChange, folder: string): SpecChange {
  const { file, ...position } = change.location ?? {};
  if (file === undefined || !isAbsolute(file) || !file.startsWith(folder)) return change;
  return {
    ...change,
    location: { ...position, file: file.slice(folder.length).replace(/^\/(?:base|head)\//, "") },
  };
}

async function findFile(head: string, repository: string, folder: string, cwd: string): Promise<FoundSpec> {
  const inside = join(folder, "head");
  await mkdir(inside);
  return findSpec(head, repository, inside, cwd);
}

async function currentVersion(repository: string): Promise<string> {
  const manifest = await readFile(join(repository, "packages/api-types/package.json"), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
