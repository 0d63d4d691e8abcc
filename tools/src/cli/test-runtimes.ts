import { execa } from "execa";
import { findChromium } from "../find-chromium.ts";
import { repositoryRoot } from "../repository-root.ts";
import { runCounted } from "../run-counted.ts";

/** `pnpm test:runtimes`: builds client and mock, and runs the packed client on every runtime that it is for. */
await runCounted(["@np6/api-client", "@np6/api-mock"], async (say) => {
  // With its own dependencies, which only this command installs; its last line is `N passed, N failed`.
  const options = { cwd: repositoryRoot, stdio: "inherit", reject: false } as const;
  const { exitCode } = await execa(
    "node",
    ["runtimes/src/run.ts", JSON.stringify(findChromium(say))],
    options,
  );
  return exitCode ?? 1;
});
