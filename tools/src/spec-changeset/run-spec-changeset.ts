import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { DocumentError } from "@np6/openapi-diff";
import writeFileAtomic from "write-file-atomic";
import type { CommandContext } from "../repository/command-context.ts";
import { InputError } from "../repository/input-error.ts";
import { compareSpecs } from "../spec-base/compare-specs.ts";
import { composeChangeset } from "./compose-changeset.ts";
import { describeForConsumers, withoutTold } from "./describe-for-consumers.ts";
import { releaseBump } from "./release-bump.ts";
import { otherSpecChangesets, specChangesetPath } from "./spec-changeset-file.ts";

const usage = `pnpm spec changeset [--base <git ref | file | package@version>]

Writes .changeset/spec-<branch>.md for what changed in the API description since the last release, or raises it: your own words
in it stay, its bumps never go down. What the changeset of another branch says already is left out. Run it as often as you like.

Exit codes: 0 done, or nothing to do; 2 something cannot be compared.
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
    return "Nothing is released yet: the first release tells the whole API, and its changeset is there. Nothing to do.";
  }
  const { released, current } = comparison;
  const path = await specChangesetPath(repository);
  const others = await otherSpecChangesets(repository, path);
  const diff = withoutTold(comparison.diff, others);
  const bump = releaseBump(diff.bump, released ?? current);
  const file = join(repository, path);
  const existing = await readFile(file, "utf8").catch(() => undefined);
  if (bump === "none") {
    const rest =
      existing === undefined
        ? ""
        : ` ${path} tells of a change that is gone: delete it, or keep your own words in it.`;
    const told =
      others.length === 0 ? "" : ` beside what ${others.map((other) => other.path).join(", ")} says`;
    return `Nothing that consumers could notice changed since ${comparison.base}${told}; no changeset needed.${rest}`;
  }
  const text = composeChangeset(describeForConsumers(diff), bump, existing);
  if (text === existing) return `${path} says so already (${bump}).`;
  await writeFileAtomic(file, text);
  const done = existing === undefined ? "Wrote" : "Brought up to date:";
  return `${done} ${path} (${bump}, for a ${diff.bump} change since ${comparison.base}). Read it as a consumer would, and add what they should do.`;
}

function parse(argv: readonly string[]) {
  const options = { base: { type: "string" }, help: { type: "boolean" } } as const;
  try {
    return parseArgs({ args: argv.filter((word) => word !== "--"), options });
  } catch (cause) {
    throw new InputError(`${cause instanceof Error ? cause.message : cause}\n\n${usage}`, { cause });
  }
}
