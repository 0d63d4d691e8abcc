import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  type Bump,
  DocumentError,
  formatDiff,
  ignoreChanges,
  isAtLeast,
  type SpecDiff,
} from "@np6/openapi-diff";
import type { CommandContext } from "../repository/command-context.ts";
import { InputError } from "../repository/input-error.ts";
import { compareSpecs } from "./compare-specs.ts";

const usage = `pnpm spec diff [--base <git ref | file | package@version>] [--head <file>] [--json] [--fail-on major|minor|patch]
               [--explain] [--ignore <file>]

Prints the changes of the API description, who is affected, and the required version bump.
  --base     the old document; a package may be followed by a file in it: name@1.2.3:path/openapi.json
             (default: the last released spec)
  --head     the new document (default: spec/ of this checkout)
  --json     { "bump", "changes": [{ "pointer", "operationId"?, "direction"?, "bump", "breaks"?, "message",
               "fingerprint", "location"? }] }
  --fail-on  exit with 1 if the required bump is this one or larger
  --explain  prove each breaking change: for types, with code that compiles with the old types only ("witness", or
             "unproved"); for messages, with a value, request or response ("sample", or "unshown")
  --ignore   changes to ignore: one fingerprint and reason per line of this file

Exit codes: 0 compared; 1 the bump reaches --fail-on; 2 the documents cannot be compared.
`;

/** Runs the command `spec diff`. @returns the exit code */
export async function runSpecDiff(argv: readonly string[], context: CommandContext): Promise<number> {
  try {
    const { values } = parse(argv);
    if (values.help) {
      context.out(usage);
      return 0;
    }
    const failOn = checkFailOn(values["fail-on"]);
    const comparison = await compareSpecs(values, context.repository, context.cwd);
    if (comparison === undefined) {
      context.err("Nothing is released yet, so no base is known; add one, for example --base HEAD\n");
      if (values.json) context.out('{ "bump": "none", "changes": [] }\n');
      return 0;
    }
    const { base, head } = comparison;
    const ignored = values.ignore;
    const diff: SpecDiff & { readonly ignored?: number } =
      ignored === undefined
        ? comparison.diff
        : ignoreChanges(comparison.diff, await readIgnored(ignored, context.cwd), ignored);
    context.out(values.json ? `${JSON.stringify(diff, null, 2)}\n` : formatDiff(diff, base, head));
    if (!values.json && diff.ignored !== undefined) context.out(`Ignored changes: ${diff.ignored}\n`);
    if (failOn === undefined || !isAtLeast(diff.bump, failOn)) return 0;
    context.err(`The required bump is ${diff.bump}, which reaches --fail-on ${failOn}.\n`);
    return 1;
  } catch (error) {
    if (!(error instanceof InputError || error instanceof DocumentError)) throw error;
    context.err(`✗ ${error.message}\n`);
    return 2;
  }
}

function parse(argv: readonly string[]) {
  const options = {
    base: { type: "string" },
    head: { type: "string" },
    json: { type: "boolean" },
    "fail-on": { type: "string" },
    explain: { type: "boolean" },
    ignore: { type: "string" },
    help: { type: "boolean" },
  } as const;
  try {
    return parseArgs({ args: argv.filter((word) => word !== "--"), options });
  } catch (cause) {
    throw new InputError(`${cause instanceof Error ? cause.message : cause}\n\n${usage}`, { cause });
  }
}

function readIgnored(file: string, cwd: string): Promise<string> {
  return readFile(resolve(cwd, file), "utf8").catch((cause: unknown) => {
    throw new InputError(
      `--ignore: the file ${file} does not exist; name a file with one fingerprint and reason per line.`,
      {
        cause,
      },
    );
  });
}

function checkFailOn(value: string | undefined): Exclude<Bump, "none"> | undefined {
  if (value === undefined || value === "major" || value === "minor" || value === "patch") return value;
  throw new InputError(`--fail-on is "${value}"; it must be major, minor or patch.`);
}
