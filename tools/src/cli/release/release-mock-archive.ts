import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { packMockArchive } from "../../release/mock-archive.ts";
import { type PackedRelease, packedReleaseFile, releaseFolder } from "../../release/release-folder.ts";
import { InputError } from "../../repository/input-error.ts";
import { repositoryRoot } from "../../repository/repository-root.ts";

/** `pnpm release mock-archive`: makes an archive of the packed mock for Node alone, and its Dockerfile. */
const text = await readFile(packedReleaseFile, "utf8").catch(() => {
  throw new InputError("Nothing is packed: run `pnpm release pack` first.");
});
const { tarballs } = JSON.parse(text) as PackedRelease;
const folder = join(releaseFolder, "mock");
await packMockArchive(
  tarballs.map(({ name, path }) => ({ name, tarball: join(releaseFolder, path) })),
  folder,
);
process.stdout.write(`wrote ${relative(repositoryRoot, folder)}/np6-mock.tgz and its Dockerfile.\n`);
