import { relative, sep } from "node:path";

// A hook of `pnpm pack` that adds the repository's URL and the package's folder to the packed manifest.
const { NP6_PACKED_REPOSITORY: url, NP6_PACKED_ROOT: root } = process.env;

export const hooks = {
  beforePacking(manifest, folder) {
    const directory = relative(root, folder).split(sep).join("/");
    return { ...manifest, repository: { type: "git", url, directory } };
  },
};
