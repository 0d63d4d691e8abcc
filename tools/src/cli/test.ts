import { runChecks } from "../turbo/run-checks.ts";

// `pnpm test` runs every check that needs no network.
await runChecks([
  "lint",
  "typecheck",
  "test",
  "check:generated",
  "check:changeset",
  "check:api",
  "check:repository",
  "check:licenses",
]);
