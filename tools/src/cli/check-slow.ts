import { runChecks } from "../turbo/run-checks.ts";

// Tests that take seconds each and change rarely: bombs, soaks, another linter, older compilers, large documents.
await runChecks(["test:slow"]);
