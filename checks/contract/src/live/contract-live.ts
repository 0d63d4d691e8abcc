import { join } from "node:path";
import { runLive } from "./run-live.ts";

/** `pnpm check live`: compares a live API with the spec, by the operations that the environment names. */
process.exitCode = await runLive({
  env: process.env,
  reportFile: join(import.meta.dirname, "../../.results/live/report.json"),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
