import { commandContext } from "../repository/command-context.ts";
import { runDev } from "../watch/run-dev.ts";

/** `pnpm dev`: watches the spec. Ends with Ctrl-C, which can come twice: from the terminal, and passed on by pnpm. */
const stop = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => stop.abort());
await runDev(commandContext, stop.signal);
