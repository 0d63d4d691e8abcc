import { runCli } from "./cli/run-cli.ts";

// Not process.exit, which would cut off output that is still in a pipe.
process.exitCode = await runCli(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
