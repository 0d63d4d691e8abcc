import { stat } from "node:fs/promises";
import { packPackages } from "@np6/tools/pack-packages";
import { readTarball } from "@np6/tools/read-tarball";
import { repositoryRoot } from "@np6/tools/repository-root";
import { execa } from "execa";
import type { Figure } from "./figure.ts";

interface Listed {
  readonly dependencies?: Readonly<Record<string, Listed>>;
}

/** Sizes of what is published, and how many packages the client brings along. The packages must be built. */
export async function countPackages(): Promise<Figure[]> {
  const { packages, remove } = await packPackages();
  try {
    const tarballs: Figure[] = [];
    for (const { name, tarball } of packages) {
      const files = [...(await readTarball(tarball))];
      const parts = Object.fromEntries(files.map(([path, text]) => [path, Buffer.byteLength(text)]));
      const { size } = await stat(tarball);
      tarballs.push({ name: `Tarball of ${name}`, unit: "bytes, gzip", value: size, parts });
    }
    return [...tarballs, await countDependencies("@np6/api-client")];
  } finally {
    await remove();
  }
}

/** What a consumer installs along with a package. Optional peers are not installed unless asked for. */
async function countDependencies(name: string): Promise<Figure> {
  const words = ["--filter", name, "list", "--prod", "--depth", "Infinity", "--json"];
  const { stdout } = await execa("pnpm", words, { cwd: repositoryRoot });
  const found = new Set<string>();
  const waiting = JSON.parse(stdout) as Listed[];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    for (const [dependency, listed] of Object.entries(one.dependencies ?? {})) {
      found.add(dependency);
      waiting.push(listed);
    }
  }
  const parts = Object.fromEntries([...found].sort().map((dependency) => [dependency, 1]));
  return { name: `Runtime dependencies of ${name}`, unit: "packages", value: found.size, parts };
}
