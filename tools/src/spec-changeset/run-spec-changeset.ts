import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CodegenError } from "@np6/openapi-codegen";
import writeFileAtomic from "write-file-atomic";
import type { CommandContext } from "../repository/command-context.ts";
import { InputError } from "../repository/input-error.ts";
import { compareSpecs } from "../spec-base/compare-specs.ts";
import { composeChangeset } from "./compose-changeset.ts";
import { describeForConsumers } from "./describe-for-consumers.ts";
import { releaseBump } from "./release-bump.ts";

/** The one changeset of the document; what is written by hand has other names. */
const FILE = ".changeset/spec-change.md";

const usage = `pnpm spec changeset [--base <git ref | file | package@version>]

Writes ${FILE} for what changed in the API description since the last release, or raises it: your own words
in it stay, its bumps never go down. Run it as often as you like.

Exit codes: 0 done, or nothing to do; 2 something cannot be compared.
`;

/**
 * The command `spec changeset`.
 * @returns the exit code
 */
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
    if (!(error instanceof InputError || error instanceof CodegenError)) throw error;
    context.err(`✗ ${error.message}\n`);
    return 2;
  }
}

/** @returns what was done, in a sentence */
async function writeChangeset(
  base: string | undefined,
  { repository, cwd }: CommandContext,
): Promise<string> {
  const comparison = await compareSpecs({ base }, repository, cwd);
  if (comparison === undefined) {
    return "Nothing is released yet: the first release tells the whole API, and its changeset is there. Nothing to do.";
  }
  const { diff, released, current } = comparison;
  const bump = releaseBump(diff.bump, released ?? current);
  const file = join(repository, FILE);
  const existing = await readFile(file, "utf8").catch(() => undefined);
  if (bump === "none") {
    const rest =
      existing === undefined
        ? ""
        : ` ${FILE} tells of a change that is gone: delete it, or keep your own words in it.`;
    return `Nothing that consumers could notice changed since ${comparison.base}; no changeset needed.${rest}`;
  }
  const text = composeChangeset(describeForConsumers(diff), bump, existing);
  if (text === existing) return `${FILE} says so already (${bump}).`;
  await writeFileAtomic(file, text);
  const done = existing === undefined ? "Wrote" : "Brought up to date:";
  return `${done} ${FILE} (${bump}, for a ${diff.bump} change since ${comparison.base}). Read it as a consumer would, and add what they should do.`;
}

function parse(argv: readonly string[]) {
  const options = { base: { type: "string" }, help: { type: "boolean" } } as const;
  try {
    return parseArgs({ args: argv.filter((word) => word !== "--"), options });
  } catch (cause) {
    throw new InputError(`${cause instanceof Error ? cause.message : cause}\n\n${usage}`, { cause });
  }
}
