import { commandContext } from "../repository/command-context.ts";
import { runRegenerate } from "../spec-release/run-regenerate.ts";
import { lockCheckout } from "../turbo/lock-folder.ts";

/** `pnpm regenerate`: the one command for who edited the spec. */
const release = await lockCheckout((line) => process.stdout.write(`${line}\n`));
try {
  process.exitCode = await runRegenerate(commandContext);
} finally {
  await release();
}
