import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rehearsalEnvironment } from "@np6/tools/rehearsal-environment";
import { execa } from "execa";
import type { Registry } from "./start-registry.ts";

/** A package manager, used like by a consumer. */
export interface PackageManager {
  readonly name: "npm" | "pnpm" | "yarn";
  /** The command that installs the manifest's dependencies. */
  readonly install: readonly string[];
  /** The command that installs the newest versions allowed by the manifest, which stays unchanged. */
  readonly update: readonly string[];
  /** The command that requires another version. */
  readonly add: readonly string[];
  /** Runs one of the commands, or `run <script>`, in a consumer's folder. An error contains its output. */
  readonly run: (
    folder: string,
    words: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<string>;
}

/**
 * Configures npm, pnpm and yarn for a registry as in docs/consuming.md. A user's file contains the address and a
 * reference to the token. The token is in the environment, and caches are in a folder of the rehearsal.
 * @param folder - absolute path of a folder for settings and caches
 * @param yarn - path of yarn's program
 */
export async function packageManagers(
  registry: Registry,
  folder: string,
  yarn: string,
  stop: AbortSignal,
): Promise<readonly PackageManager[]> {
  const npmrc = join(folder, "consumer.npmrc");
  await writeFile(npmrc, userSettings(registry.url, "NP6_REGISTRY_TOKEN"));
  const env: Record<string, string> = {
    ...rehearsalEnvironment(),
    NP6_REGISTRY_TOKEN: registry.consumerToken,
    NPM_CONFIG_USERCONFIG: npmrc,
    npm_config_cache: join(folder, "npm-cache"),
    PNPM_CONFIG_STORE_DIR: join(folder, "pnpm-store"),
    PNPM_CONFIG_CACHE_DIR: join(folder, "pnpm-cache"),
    YARN_GLOBAL_FOLDER: join(folder, "yarn"),
    YARN_ENABLE_TELEMETRY: "0",
    YARN_ENABLE_GLOBAL_CACHE: "true",
    YARN_NODE_LINKER: "node-modules",
    YARN_NPM_REGISTRY_SERVER: registry.url,
    YARN_NPM_ALWAYS_AUTH: "true",
    YARN_NPM_AUTH_TOKEN: registry.consumerToken,
    YARN_UNSAFE_HTTP_WHITELIST: "127.0.0.1",
  };
  const runner = (command: string, first: readonly string[]): PackageManager["run"] => {
    return async (cwd, words, more = {}) => {
      const options = {
        cwd,
        env: { ...env, ...more },
        extendEnv: false,
        cancelSignal: stop,
        all: true,
        stdin: "ignore",
      } as const;
      return (await execa(command, [...first, ...words], options)).all;
    };
  };
  return [
    {
      name: "npm",
      install: ["install", "--no-audit", "--no-fund"],
      update: ["update", "--no-audit", "--no-fund"],
      add: ["install", "--no-audit", "--no-fund"],
      run: runner("npm", []),
    },
    {
      name: "pnpm",
      install: ["install", "--no-frozen-lockfile"],
      update: ["update", "--no-save"],
      add: ["add"],
      run: runner("pnpm", []),
    },
    {
      name: "yarn",
      install: ["install", "--no-immutable"],
      update: ["up", "--recursive"],
      add: ["add"],
      run: runner(process.execPath, [yarn]),
    },
  ];
}

/** Makes a user's npmrc, with the registry of @np6 and the variable with the token. */
export function userSettings(registry: string, variable: string): string {
  const address = registry.replace(/^https?:/, "");
  return `registry=${registry}\n@np6:registry=${registry}\n${address}:_authToken=\${${variable}}\n`;
}
