import { execa } from "execa";
import { lockCheckout } from "../lock-checkout.ts";
import { repositoryRoot } from "../repository-root.ts";
import { runTurbo } from "../run-turbo.ts";

/** `pnpm test:runtimes`: builds client and mock, and runs the packed client on every runtime that it is for. */
const release = await lockCheckout((line) => process.stdout.write(`${line}\n`));
try {
  const built = await runTurbo(["build"], ["--filter=@np6/api-client...", "--filter=@np6/api-mock..."]);
  if (built.every(({ passed }) => passed)) {
    // With its own dependencies, which only this command installs; its last line is `N passed, N failed`.
    const options = { cwd: repositoryRoot, stdio: "inherit", reject: false } as const;
    const { exitCode } = await execa("node", ["runtimes/src/run.ts"], options);
    process.exitCode = exitCode ?? 1;
  } else {
    process.exitCode = 1;
  }
} finally {
  await release();
}
