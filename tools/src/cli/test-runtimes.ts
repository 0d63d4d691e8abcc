import { execa } from "execa";
import { findChromium } from "../find-chromium.ts";
import { repositoryRoot } from "../repository/repository-root.ts";
import { runCounted, type Say } from "../turbo/run-counted.ts";

/** `pnpm test:runtimes`: builds client and mock, and runs the packed client on every runtime that it is for. */
const work = async (say: Say): Promise<number> => {
  // With its own dependencies, which only this command installs; its last line is `N passed, N failed`.
  const options = { cwd: repositoryRoot, stdio: "inherit", reject: false } as const;
  const { exitCode } = await execa(
    "node",
    ["checks/runtimes/src/run.ts", JSON.stringify(findChromium(say))],
    options,
  );
  return exitCode ?? 1;
};

await runCounted(["@np6/api-client", "@np6/api-mock"], work, "released");
