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

async function main(): Promise<number> {
  const release = await lockCheckout(say);
  try {
    say("1. Generate types, operation table and validators from spec/openapi.yaml");
    if (!(await prepare("generate"))) return 1;
    say("2. Build the packages");
    if (!(await prepare("build"))) return 1;
  } finally {
    await release();
  }
  // The tour itself only reads what was built, so it needs no lock.
  const tour = await execa("node", ["examples/demo/src/demo.ts"], {
    cwd: repositoryRoot,
    stdio: "inherit",
    reject: false,
  });
  return tour.exitCode ?? 1;
}

process.exitCode = await main();
