import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { rehearsalEnvironment, rehearsedRepository } from "./rehearsal-environment.ts";

test("what the package manager that started it put in is left out, whatever the case", () => {
  const environment = rehearsalEnvironment({
    HOME: "/home",
    npm_config_userconfig: "a",
    NPM_CONFIG_REGISTRY: "b",
    npm_lifecycle_event: "test",
    PNPM_PACKAGE_NAME: "c",
    NODE_OPTIONS: "--import x",
    TURBO_TOKEN: "d",
    VITEST: "true",
  });
  expect(environment).toEqual({
    HOME: "/home",
    PATH: "",
    CI: "true",
    NP6_REPOSITORY_URL: rehearsedRepository,
  });
});

test("this package's tools are left out of the path, and the repository's Node and pnpm stay", () => {
  const bin = (folder: string) => join(folder, "node_modules", ".bin");
  const path = [bin("tools"), bin("."), join("npx", "pnpm")];
  expect(rehearsalEnvironment({ PATH: path.join(delimiter) }).PATH).toBe(path.slice(1).join(delimiter));
});
