import { commandContext } from "../../repository/command-context.ts";
import { runCheckChangeset } from "../../spec-changeset/run-check-changeset.ts";

// A turbo task: the code generator is built before.
process.exitCode = await runCheckChangeset(commandContext);
if (process.exitCode === 0) process.stdout.write("✓ Enough is declared.\n");
