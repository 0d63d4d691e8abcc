import { runChecks } from "../turbo/run-checks.ts";

// Everything that CI wants, in one summary.
await runChecks([
  "lint",
  "typecheck",
  "test",
  "check:generated",
  "check:changeset",
  "check:api",
  "check:repository",
  "check:licenses",
  "test:slow",
  "test:packages",
]);
