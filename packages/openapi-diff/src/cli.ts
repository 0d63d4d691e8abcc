import { runCli } from "./cli/run-cli.ts";

// Not process.exit: what was written to a pipe would be cut off.
process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
