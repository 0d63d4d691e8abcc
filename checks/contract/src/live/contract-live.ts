import { join } from "node:path";
import { runLive } from "./run-live.ts";

/** `pnpm check live`: compares the operations in the environment variable of a live API with the spec. */
process.exitCode = await runLive({
  env: process.env,
  reportFile: join(import.meta.dirname, "../../.results/live/report.json"),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
