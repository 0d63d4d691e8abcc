import { mkdtempDisposable, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { packedVariable, packInto } from "../../release/pack-packages.ts";
import { repositoryRoot } from "../../repository/repository-root.ts";
import { countVitestResults } from "../../turbo/count-vitest-results.ts";
import { runCounted } from "../../turbo/run-counted.ts";

/** `pnpm check packages`: packs while the checkout is locked, then runs the tests of checks/packed without the lock. */
const cwd = join(repositoryRoot, "checks/packed");
const report = join(cwd, ".results/packages.json");
await using folder = await mkdtempDisposable(join(tmpdir(), "np6-packed-"));
await runCounted(
  ["@np6/checks"],
  async (say) => {
    await rm(report, { force: true });
    const env = { [packedVariable]: folder.path };
    const options = { cwd, env, stdio: "inherit", reject: false } as const;
    const { exitCode } = await execa("node", ["../node_modules/vitest/vitest.mjs", "run"], options);
    const { passed, failed, problem } = (await countVitestResults(report)) ?? { passed: 0, failed: 1 };
    if (problem !== undefined) say(problem);
    say(`\n${passed} passed, ${exitCode === 0 ? failed : Math.max(1, failed)} failed`);
    return exitCode === 0 && failed === 0 ? 0 : 1;
  },
  async () => writeFile(join(folder.path, "packed.json"), JSON.stringify(await packInto(folder.path))),
);
