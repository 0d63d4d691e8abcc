import type { SpecDiff } from "@np6/openapi-diff";
import { type Bump, isAtLeast } from "@np6/openapi-diff";
import { releaseBump } from "./release-bump.ts";

/**
 * Checks that the declared bump is at least the one that the change of the document requires.
 * @param released - the last released version
 * @param declared - the bump declared since then
 * @returns the problem, with the command that fixes it; `undefined` when there is none
 */
export function checkDeclaredBump(diff: SpecDiff, released: string, declared: Bump): string | undefined {
  const needed = releaseBump(diff.bump, released);
  if (isAtLeast(declared, needed)) return undefined;
  const largest = diff.changes.filter(({ bump }) => bump === diff.bump);
  const examples = largest.slice(0, 3).map(({ pointer, message }) => `    ${message} ${pointer}\n`);
  const more = largest.length > 3 ? `    … and ${largest.length - 3} more: pnpm spec diff\n` : "";
  const shortfall =
    declared === "none"
      ? "no changeset declares it"
      : `the changesets and versions since then declare only ${declared}`;
  return (
    `The API description changed since ${released}: that is a ${diff.bump} change` +
    `${needed === diff.bump ? "" : `, so a ${needed} release below 1.0.0`}, and ${shortfall}.\n` +
    `${examples.join("")}${more}  Fix: pnpm spec changeset`
  );
}
