import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { packPackages } from "@np6/tools/pack-packages";
import { repositoryRoot } from "@np6/tools/repository-root";
import { inject } from "vitest";
import { npmInstall } from "./npm-install.test-support.ts";

/**
 * Makes a copy of examples/tests with the packed mock and the other packages for services. All test files share it,
 * because the installation takes longer than their tests.
 * @returns the copy's absolute path
 */
export async function mockConsumer(): Promise<string> {
  const folder = join(inject("sharedFolder"), "mock-consumer");
  if (existsSync(folder)) return folder;
  const packed = await packPackages();
  await cp(join(repositoryRoot, "examples/tests"), folder, { recursive: true });
  const ours = packed.packages.filter(({ name }) => !/codegen|diff/.test(name));
  await npmInstall(folder, ...ours.map(({ tarball }) => tarball));
  await packed.remove();
  return folder;
}
