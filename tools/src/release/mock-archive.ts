import { copyFile, mkdir, mkdtempDisposable, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { repositoryRoot } from "../repository/repository-root.ts";

/** The packages of this repository that the mock needs. */
const parts = ["@np6/api-types", "@np6/openapi-runtime", "@np6/api-client", "@np6/api-mock"];

/** Files that a program never reads. */
const superfluous = /\.(?:map|d\.[cm]?ts|md|markdown)$/;

const entry = `// The mock; its dependencies are in the folder node_modules: \`node np6-mock.mjs --help\`.
import "./node_modules/@np6/api-mock/bin/np6-mock.mjs";
`;

/**
 * Makes an archive of the mock that runs with Node alone, `np6-mock.tgz`, and writes its Dockerfile beside it.
 * Dependencies come from npm's registry; their scripts do not run.
 *
 * @param tarballs the packed packages
 * @param folder the target folder, which is created
 */
export async function packMockArchive(
  tarballs: readonly { readonly name: string; readonly tarball: string }[],
  folder: string,
): Promise<void> {
  await using work = await mkdtempDisposable(join(tmpdir(), "np6-mock-archive-"));
  const root = join(work.path, "np6-mock");
  await mkdir(root);
  await writeFile(join(root, "package.json"), '{ "private": true }\n');
  await writeFile(join(root, "np6-mock.mjs"), entry);
  const ours = tarballs.filter(({ name }) => parts.includes(name)).map(({ tarball }) => tarball);
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const words = ["install", "--ignore-scripts", "--omit=dev", "--omit=peer", "--no-save", ...quiet, ...ours];
  await execa("npm", words, { cwd: root, stdin: "ignore" });
  for (const file of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (file.isFile() && superfluous.test(file.name)) await rm(join(file.parentPath, file.name));
  }
  await mkdir(folder, { recursive: true });
  await execa("tar", ["-czf", join(folder, "np6-mock.tgz"), "-C", work.path, "np6-mock"]);
  await copyFile(join(repositoryRoot, "packages/api-mock/deploy/Dockerfile"), join(folder, "Dockerfile"));
}
