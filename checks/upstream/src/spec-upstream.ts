import { fileURLToPath } from "node:url";
import { runUpstream } from "./run-upstream.ts";

/** `pnpm spec upstream`: compares the vendor's published bundle with the curated spec, and changes nothing. */
process.exitCode = await runUpstream(process.argv.slice(2), {
  specFolder: fileURLToPath(new URL("../../../spec", import.meta.url)),
  // The whole bundle has some megabytes at most; the download may take a minute.
  limits: { maxBytes: 32 * 1024 * 1024, timeoutMs: 60_000 },
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
