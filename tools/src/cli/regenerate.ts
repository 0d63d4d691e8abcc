import { parseArgs } from "node:util";
import { commandContext } from "../repository/command-context.ts";
import { runRegenerate } from "../spec-release/run-regenerate.ts";
import { lockCheckout } from "../turbo/lock-folder.ts";

/** `pnpm regenerate`: the one command for who edited the spec. */
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { fast: { type: "boolean", default: false } },
});
const release = await lockCheckout((line) => process.stdout.write(`${line}\n`));
try {
  process.exitCode = await runRegenerate(commandContext, values);
} finally {
  await release();
}
