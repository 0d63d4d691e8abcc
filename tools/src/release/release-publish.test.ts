import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { expect, onTestFinished, test } from "vitest";
import { repositoryRoot } from "../repository/repository-root.ts";
import { rehearsalEnvironment } from "./rehearsal-environment.ts";

test("nothing is published while no registry is set for @np6: the public one would be taken", async () => {
  const folder = await mkdtemp(join(tmpdir(), "np6-publish-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  // A registry for all other packages is not enough.
  await writeFile(join(folder, "npmrc"), "registry=http://127.0.0.1:9/\n");
  const { exitCode, stderr, stdout } = await execa("node", ["tools/run.mjs", "release", "publish"], {
    cwd: repositoryRoot,
    env: { ...rehearsalEnvironment(), NPM_CONFIG_USERCONFIG: join(folder, "npmrc") },
    extendEnv: false,
    reject: false,
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toMatch(/^✗ No registry is set for @np6\. Put `@np6:registry=/);
});

test("it runs without any dependency: nothing installed is beside the token", async () => {
  const folder = await mkdtemp(join(tmpdir(), "np6-publish-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(join(repositoryRoot, "tools/src"), join(folder, "tools/src"), { recursive: true });
  for (const file of ["tools/run.mjs", "tools/package.json", "pnpm-workspace.yaml"]) {
    await cp(join(repositoryRoot, file), join(folder, file));
  }
  await writeFile(join(folder, "npmrc"), "@np6:registry=http://127.0.0.1:9/\n");
  const { exitCode, stderr } = await execa("node", ["tools/run.mjs", "release", "publish"], {
    cwd: folder,
    env: { ...rehearsalEnvironment(), NPM_CONFIG_USERCONFIG: join(folder, "npmrc") },
    extendEnv: false,
    reject: false,
  });
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr: "✗ Nothing is packed: run npx pnpm@12.21.0 release pack first.",
  });
});
