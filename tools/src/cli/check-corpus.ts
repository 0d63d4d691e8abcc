import { join } from "node:path";
import { execa } from "execa";
import { repositoryRoot } from "../repository/repository-root.ts";
import { runCounted } from "../turbo/run-counted.ts";

/** `pnpm check:corpus`: builds the code generator, and tries it on real documents of others. */
const work = async (): Promise<number> => {
  const corpus = join(repositoryRoot, "checks/corpus");
  // What it reads is installed by nothing else.
  await execa("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], { cwd: corpus });
  const words = ["run.ts", ...process.argv.slice(3)];
  const { exitCode } = await execa("node", words, { cwd: corpus, stdio: "inherit", reject: false });
  return exitCode ?? 1;
};

await runCounted(["@np6/openapi-codegen"], work, "released");
