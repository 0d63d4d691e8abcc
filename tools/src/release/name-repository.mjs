import { relative, sep } from "node:path";

// pnpm's hook, given to `pnpm pack` by pack-packages.ts: the packed manifest names the repository, and the package's folder in it.
const { NP6_PACKED_REPOSITORY: url, NP6_PACKED_ROOT: root } = process.env;

export const hooks = {
  beforePacking(manifest, folder) {
    const directory = relative(root, folder).split(sep).join("/");
    return { ...manifest, repository: { type: "git", url, directory } };
  },
};
