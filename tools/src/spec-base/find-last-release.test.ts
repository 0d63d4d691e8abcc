import { execa } from "execa";
import { expect, it } from "vitest";
import { specRepository } from "../testing/spec-repository.test-support.ts";
import { useRegistry } from "../testing/use-registry.test-support.ts";
import { findLastRelease } from "./find-last-release.ts";

const name = "@np6/api-types";

const changelog = (...versions: readonly string[]) =>
  versions.map((version) => `## ${version}\n\nText.\n`).join("\n");

it("is the nearest tag among the ancestors, not the highest of the repository", async () => {
  const { root, commit, write } = await specRepository("1.2.0");
  await commit(`${name}@1.2.0`);
  await write("new.txt", "new\n");
  await commit(`${name}@2.0.0`);
  await execa("git", ["checkout", "--quiet", "-b", "maintenance", `${name}@1.2.0`], { cwd: root });
  await commit();
  expect(await findLastRelease(root, "1.2.0")).toEqual({ version: "1.2.0", name: `${name}@1.2.0` });
});

it("is the highest of several tags of one commit, and no snapshot", async () => {
  const { root, commit } = await specRepository("0.10.0");
  await commit(`${name}@0.9.0`);
  await execa("git", ["tag", `${name}@0.10.0`], { cwd: root });
  await execa("git", ["tag", `${name}@0.0.0-branch-1234567`], { cwd: root });
  expect(await findLastRelease(root, "0.10.0")).toMatchObject({ version: "0.10.0" });
});

it("is the package where only the registry knows the version", async () => {
  const repository = await specRepository("1.1.0");
  await useRegistry(repository, ["1.0.0", "1.1.0"]);
  await repository.commit(`${name}@1.0.0`);
  expect(await findLastRelease(repository.root, "1.1.0")).toEqual({
    version: "1.1.0",
    name: `${name}@1.1.0`,
  });
});

it.each([
  ["knows only the earlier ones", ["1.0.0"]],
  ["does not show the package", []],
])(
  "is the release before, while a raised version is not released and the registry %s",
  async (_name, versions) => {
    const repository = await specRepository("1.1.0");
    await useRegistry(repository, versions);
    await repository.write("packages/api-types/CHANGELOG.md", changelog("1.1.0", "1.0.0"));
    await repository.commit(`${name}@1.0.0`);
    expect(await findLastRelease(repository.root, "1.1.0")).toMatchObject({ version: "1.0.0" });
  },
);

it("is nothing while the first release is on its way", async () => {
  const repository = await specRepository("0.1.0");
  await useRegistry(repository, []);
  await repository.write("packages/api-types/CHANGELOG.md", changelog("0.1.0"));
  expect(await findLastRelease(repository.root, "0.1.0")).toBeUndefined();
});

it("is refused when a tag is missing between the nearest one and the version", async () => {
  const repository = await specRepository("1.2.0");
  await useRegistry(repository, []);
  await repository.write("packages/api-types/CHANGELOG.md", changelog("1.2.0", "1.1.0", "1.0.0"));
  await repository.commit(`${name}@1.0.0`);
  await expect(findLastRelease(repository.root, "1.2.0")).rejects.toThrow(
    /is at 1\.2\.0, .*the nearest tagged release is 1\.0\.0.*git fetch --tags.*--base/,
  );
});

it("is refused when the registry does not respond", async () => {
  const { root, write } = await specRepository("1.2.0");
  await write(".npmrc", "@np6:registry=http://127.0.0.1:1\n");
  await expect(findLastRelease(root, "1.2.0")).rejects.toThrow(
    /no release is tagged, and the registry does not respond; run `git fetch --tags`/,
  );
});
