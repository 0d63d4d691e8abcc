import { runChecks } from "../turbo/run-checks.ts";

// What `pnpm test` stands for: everything that needs no network and says whether the tree is sound.
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
