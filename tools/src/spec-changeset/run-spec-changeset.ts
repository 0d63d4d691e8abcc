import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DocumentError } from "@np6/openapi-diff";
import writeFileAtomic from "write-file-atomic";
import type { CommandContext } from "../repository/command-context.ts";
import { InputError } from "../repository/input-error.ts";
import { compareSpecs } from "../spec-base/compare-specs.ts";
import { composeChangeset } from "./compose-changeset.ts";
import { describeForConsumers, withoutListed } from "./describe-for-consumers.ts";
import { releaseBump } from "./release-bump.ts";
import { listOtherChangesets, specChangesetPath } from "./spec-changeset-file.ts";

const usage = `pnpm spec changeset [--base <git ref | file | package@version>]

Writes .changeset/spec-<branch>.md with the changes of the API description since the last release. If the file exists, the
command updates its generated part, keeps your text, and never lowers its bumps. Changes that the changeset of another
branch lists are left out.

Exit codes: 0 written, or nothing to write; 2 the documents cannot be compared.
`;

/** Runs the command `spec changeset`. @returns the exit code */
export async function runSpecChangeset(argv: readonly string[], context: CommandContext): Promise<number> {
  try {
    const { values } = parse(argv);
    if (values.help) {
      context.out(usage);
      return 0;
    }
    context.out(`${await writeChangeset(values.base, context)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof InputError || error instanceof DocumentError)) throw error;
    context.err(`✗ ${error.message}\n`);
    return 2;
  }
}

/** @returns the result, in a sentence */
async function writeChangeset(
  base: string | undefined,
  { repository, cwd }: CommandContext,
): Promise<string> {
  const comparison = await compareSpecs({ base, explain: true }, repository, cwd);
  if (comparison === undefined) {
    return "Nothing is released yet. The changeset of the first release covers the whole API. Nothing to do.";
  }
  const { released, current } = comparison;
  const path = await specChangesetPath(repository);
  const otherChangesets = await listOtherChangesets(repository, path);
  const diff = withoutListed(comparison.diff, otherChangesets);
  const bump = releaseBump(diff.bump, released ?? current);
  const file = join(repository, path);
  const existing = await readFile(file, "utf8").catch(() => undefined);
  if (bump === "none") {
    const staleNote =
      existing === undefined
        ? ""
        : ` ${path} lists changes that no longer exist: delete it, or keep only your own text in it.`;
    const exception =
      otherChangesets.length === 0
        ? ""
        : ` except the changes that ${otherChangesets.map((changeset) => changeset.path).join(", ")} lists`;
    return `No change that affects consumers since ${comparison.base}${exception}; no changeset is needed.${staleNote}`;
  }
  const text = composeChangeset(describeForConsumers(diff), bump, existing);
  if (text === existing) return `${path} is up to date (${bump}).`;
  await writeFileAtomic(file, text);
  const done = existing === undefined ? "Wrote" : "Updated:";
  return `${done} ${path} (${bump}, for a ${diff.bump} change since ${comparison.base}). Read it as a consumer would, and add the steps of their upgrade.`;
}

function parse(argv: readonly string[]) {
  const options = { base: { type: "string" }, help: { type: "boolean" } } as const;
  try {
    return parseArgs({ args: argv.filter((word) => word !== "--"), options });
  } catch (cause) {
    throw new InputError(`${cause instanceof Error ? cause.message : cause}\n\n${usage}`, { cause });
  }
}
