import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const spec = fileURLToPath(new URL("..", import.meta.url));

test("a wrong spec is refused with file, line and our own way out", async () => {
  const folder = await mkdtemp(join(tmpdir(), "np6-lint-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const part of [
    "openapi.yaml",
    "redocly.yaml",
    "redocly-plugin.config.ts",
    "package.json",
    "paths",
    "components",
    "src",
  ]) {
    await cp(join(spec, part), join(folder, part), { recursive: true });
  }
  await symlink(join(spec, "node_modules"), join(folder, "node_modules"));
  const file = join(folder, "paths/scripting/workflows/by-id/execution.yaml");
  await writeFile(file, (await readFile(file, "utf8")).replace("executeWorkflow", "execute_workflow"));
  const PATH = `${join(spec, "node_modules/.bin")}:${process.env.PATH}`;
  const options = { cwd: folder, encoding: "utf8", env: { ...process.env, PATH } } as const;
  const { status, stdout } = spawnSync(process.execPath, ["src/lint.ts"], options);
  expect(status, stdout).toBe(1);
  expect(stdout).toContain("execution.yaml:2:16");
  expect(stdout).toContain("there is no list of exceptions.");
  expect(stdout).not.toContain("ignore-file");
});
