import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { packPackages } from "@np6/tools/pack-packages";
import { repositoryRoot } from "@np6/tools/repository-root";
import { inject } from "vitest";
import { npmInstall } from "./npm-install.test-support.ts";

/**
 * Makes a consumer of the packed mock, and of all else that a service installs: a copy of examples/tests. One for all test files, since
 * installing the mock takes longer than what they do with it.
 * @returns the consumer's folder, absolute
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
