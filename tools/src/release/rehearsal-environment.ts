import { delimiter, sep } from "node:path";

/** Becomes the field `repository` of what the rehearsal publishes. */
export const rehearsedRepository = "https://git.example.com/np6/client";

/**
 * The environment of the rehearsal's commands: this process's, without what the package manager that started it put in. Its
 * settings (`npm_config_…`) would win over those of the consumer, and its `node_modules/.bin` would bring tools that a consumer does not
 * have. What lies there and belongs to pnpm or Node itself stays: it is how they are found at all.
 */
export function rehearsalEnvironment(environment: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const kept = Object.entries(environment).filter(
    ([name, value]) =>
      value !== undefined && !/^(npm_|pnpm_|node_options$|init_cwd$|turbo_|vitest)/i.test(name),
  );
  const path = (environment.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.endsWith(`tools${sep}node_modules${sep}.bin`))
    .join(delimiter);
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    PATH: path,
    CI: "true",
    NP6_REPOSITORY_URL: rehearsedRepository,
  };
}
