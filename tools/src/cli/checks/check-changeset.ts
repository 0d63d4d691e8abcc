import { commandContext } from "../../repository/command-context.ts";
import { runCheckChangeset } from "../../spec-changeset/run-check-changeset.ts";

// The script of a turbo task, which builds the code generator first.
process.exitCode = await runCheckChangeset(commandContext);
if (process.exitCode === 0) process.stdout.write("✓ The declared bump is large enough.\n");
