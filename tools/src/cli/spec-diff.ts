import { commandContext } from "../repository/command-context.ts";
import { buildQuietly } from "../turbo/build-quietly.ts";

/** `pnpm spec diff`: prints the changes of the API description. The comparison is built first. */
if (await buildQuietly(["@np6/openapi-diff", "@np6/openapi-codegen"])) {
  const { runSpecDiff } = await import("../spec-base/run-spec-diff.ts");
  process.exitCode = await runSpecDiff(process.argv.slice(3), commandContext);
} else {
  process.exitCode = 2;
}
