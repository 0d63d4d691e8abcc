import { execa } from "execa";
import { findChromium } from "../find-chromium.ts";
import { lockCheckout } from "../lock-checkout.ts";
import { repositoryRoot } from "../repository-root.ts";
import { runTurbo } from "../run-turbo.ts";

/** `pnpm test:runtimes`: builds client and mock, and runs the packed client on every runtime that it is for. */
const say = (line: string) => process.stdout.write(`${line}\n`);
const release = await lockCheckout(say);
try {
  const built = await runTurbo(["build"], ["--filter=@np6/api-client...", "--filter=@np6/api-mock..."]);
  if (built.every(({ passed }) => passed)) {
    // With its own dependencies, which only this command installs; its last line is `N passed, N failed`.
    const options = { cwd: repositoryRoot, stdio: "inherit", reject: false } as const;
    const chromium = JSON.stringify(findChromium(say));
    const { exitCode } = await execa("node", ["runtimes/src/run.ts", chromium], options);
    process.exitCode = exitCode ?? 1;
  } else {
    process.exitCode = 1;
  }
} finally {
  await release();
}
