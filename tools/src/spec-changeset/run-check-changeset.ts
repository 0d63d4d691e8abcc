import { readChangesets } from "@changesets/read";
import { DocumentError } from "@np6/openapi-diff";
import type { CommandContext } from "../repository/command-context.ts";
import { InputError } from "../repository/input-error.ts";
import { compareSpecs } from "../spec-base/compare-specs.ts";
import { checkDeclaredBump } from "./check-declared-bump.ts";
import { declaredBump } from "./declared-bump.ts";

/**
 * Checks that a changed document has a changeset with a large enough bump. Before the first release there is no base,
 * so it passes with a message.
 * @returns the exit code
 */
export async function runCheckChangeset({ repository, cwd, out }: CommandContext): Promise<number> {
  try {
    const comparison = await compareSpecs({}, repository, cwd);
    if (comparison?.released === undefined) {
      out("Nothing is released yet, so the API description has no base for a comparison.\n");
      return 0;
    }
    const { diff, released, current } = comparison;
    const declared = declaredBump(await readChangesets(repository), released, current);
    const problem = checkDeclaredBump(diff, released, declared);
    out(problem === undefined ? `${diff.bump} since ${released}, ${declared} declared.\n` : `✗ ${problem}\n`);
    return problem === undefined ? 0 : 1;
  } catch (error) {
    if (!(error instanceof InputError || error instanceof DocumentError)) throw error;
    out(`✗ ${error.message}\n`);
    return 1;
  }
}
