import { parseArgs } from "node:util";
import { commandContext } from "../repository/command-context.ts";
import { runDev } from "../watch/run-dev.ts";

/** `pnpm dev`: watches the spec. Ctrl-C ends it; the signal can arrive twice, from the terminal and from pnpm. */
const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stop.abort());
const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { fast: { type: "boolean", default: false } },
});
await runDev(commandContext, stop.signal, values);
