import { fileURLToPath } from "node:url";

/** Absolute path of the checkout that contains this file, without a trailing slash. */
export const repositoryRoot: string = fileURLToPath(new URL("../../..", import.meta.url)).replace(
  /[\\/]$/,
  "",
);
