import { commandContext } from "../repository/command-context.ts";
import { buildQuietly } from "../turbo/build-quietly.ts";

/** `pnpm spec changeset`: writes or raises the changeset of a changed API description. */
if (await buildQuietly(["@np6/openapi-diff", "@np6/openapi-codegen"])) {
  const { runSpecChangeset } = await import("../spec-changeset/run-spec-changeset.ts");
  process.exitCode = await runSpecChangeset(process.argv.slice(3), commandContext);
} else {
  process.exitCode = 2;
}
