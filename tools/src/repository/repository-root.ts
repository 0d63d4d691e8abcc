import { fileURLToPath } from "node:url";

/** Absolute path of the checkout that this file lies in, without a slash at the end. */
export const repositoryRoot: string = fileURLToPath(new URL("../../..", import.meta.url)).replace(
  /[\\/]$/,
  "",
);
