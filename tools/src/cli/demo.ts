import { execa } from "execa";
import { repositoryRoot } from "../repository/repository-root.ts";
import { lockCheckout } from "../turbo/lock-folder.ts";
import { runTurbo } from "../turbo/run-turbo.ts";

/** `pnpm demo`: regenerates from the spec, builds, and runs the guided tour of examples/demo. */
const say = (line: string) => process.stdout.write(`${line}\n`);

async function prepare(task: string): Promise<boolean> {
  const results = await runTurbo([task], ["--filter=@np6/example-demo..."]);
  return results.every((result) => result.passed);
}

async function build(): Promise<boolean> {
  await using _lock = await lockCheckout(say);
  say("1. Generate types, operation table and validators from spec/openapi.yaml");
  if (!(await prepare("generate"))) return false;
  say("2. Build the packages");
  return prepare("build");
}

if (await build()) {
  // The tour only reads the build, so it needs no lock.
  const options = { cwd: repositoryRoot, stdio: "inherit", reject: false } as const;
  process.exitCode = (await execa("node", ["examples/demo/src/demo.ts"], options)).exitCode ?? 1;
} else {
  process.exitCode = 1;
}
