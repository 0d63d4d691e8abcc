import { delimiter, sep } from "node:path";

/** Field `repository` of the rehearsed packages. */
export const rehearsedRepository = "https://git.example.com/np6/client";

/**
 * Returns the environment for the rehearsal's commands, without the additions of the package manager that started this
 * process. Its settings (`npm_config_…`) would override the consumer's, and its `node_modules/.bin` would add tools
 * that a consumer lacks. Entries of pnpm and Node stay, because both are found there.
 */
export function rehearsalEnvironment(environment: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const variables = Object.entries(environment).filter(
    ([name, value]) =>
      value !== undefined && !/^(npm_|pnpm_|node_options$|init_cwd$|turbo_|vitest)/i.test(name),
  );
  const path = (environment.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.endsWith(`tools${sep}node_modules${sep}.bin`))
    .join(delimiter);
  return {
    ...(Object.fromEntries(variables) as Record<string, string>),
    PATH: path,
    CI: "true",
    NP6_REPOSITORY_URL: rehearsedRepository,
  };
}
