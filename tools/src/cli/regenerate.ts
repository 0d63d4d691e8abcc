import { commandContext } from "../command-context.ts";
import { lockCheckout } from "../lock-checkout.ts";
import { runRegenerate } from "../regenerate/run-regenerate.ts";

/** `pnpm regenerate`: the one command for who edited the spec. */
const release = await lockCheckout((line) => process.stdout.write(`${line}\n`));
try {
  process.exitCode = await runRegenerate(commandContext);
} finally {
  await release();
}
