import { execa } from "execa";
import { repositoryRoot } from "../repository/repository-root.ts";
import { runCounted } from "../turbo/run-counted.ts";

/** `pnpm test:next`: builds the client, and runs the code of docs/nextjs.md in Next.js. */
const work = async (): Promise<number> => {
  // With its own dependencies, which only this command installs; its last line is `N passed, N failed`.
  const options = { cwd: repositoryRoot, stdio: "inherit", reject: false } as const;
  const { exitCode } = await execa("node", ["--no-warnings", "checks/runtimes/next/run.ts"], options);
  return exitCode ?? 1;
};

await runCounted(["@np6/api-client"], work, "released");
