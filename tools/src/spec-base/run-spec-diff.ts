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

Tells what changed in the API description, for whom, and which bump it deserves.
  --base     the old document; a package may name a file in it: name@1.2.3:path/openapi.json
             (default: the last released spec)
  --head     the new document (default: spec/ of this checkout)
  --json     { "bump", "changes": [{ "pointer", "operationId"?, "direction"?, "bump", "breaks"?, "message",
               "fingerprint", "location"? }] }
  --fail-on  exit with 1 when the deserved bump is at least this one
  --explain  show for each break of types code that compiles with the old ones and not with the new ones ("witness", or
             "unproved"), and for each break of the wire a value, request or answer that shows it ("sample", or
             "unshown")
  --ignore   changes to pass over: a fingerprint and a reason in each line of this file

Exit codes: 0 compared; 1 --fail-on was reached; 2 something cannot be compared.
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
      context.err("Nothing is released yet, so there is nothing to compare with; name a base: --base HEAD\n");
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
    if (!values.json && diff.ignored !== undefined) context.out(`Passed over: ${diff.ignored}\n`);
    if (failOn === undefined || !isAtLeast(diff.bump, failOn)) return 0;
    context.err(`The change is ${diff.bump}, and --fail-on ${failOn} was asked for.\n`);
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
      `--ignore: there is no file ${file}; name one with a fingerprint and a reason in each line.`,
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
