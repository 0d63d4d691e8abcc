import { printable } from "@np6/openapi-document";
import packageJson from "../../package.json" with { type: "json" };
import type { OutdatedFile } from "../check.ts";
import { CodegenError } from "../codegen-error.ts";
import { type CliRequest, parseArguments } from "./parse-arguments.ts";
import { usage } from "./usage.ts";

// The generator is imported where it is used: it brings TypeScript and Redocly, and a mistyped option needs none of them.

/**
 * Runs the command line: results on standard output, warnings and errors on standard error.
 *
 * @param argv arguments behind the program's name
 * @returns the exit code: 0 when all is well, 1 on bad input or an outdated file. When an installed package is compared,
 *   1 is only that it differs, and 2 that it could not be compared
 */
export async function runCli(argv: readonly string[]): Promise<0 | 1 | 2> {
  let request: CliRequest;
  try {
    request = parseArguments(argv);
  } catch (error) {
    return fail(error, "\nRun np6-codegen --help for the usage.");
  }
  try {
    return request.command === "compare" ? await compare(request) : await run(request);
  } catch (error) {
    fail(error, "");
    return request.command === "compare" ? 2 : 1;
  }
}

async function compare({
  against,
  spec,
  options,
}: Extract<CliRequest, { readonly command: "compare" }>): Promise<0 | 1> {
  const { compareInstalled } = await import("../index.ts");
  const { installed, identical, differences } = await compareInstalled(against, spec, process.cwd(), options);
  const what = printable(`${installed.name} ${installed.version}`);
  if (identical) {
    print(`${what} was generated from this very document\n`);
    return 0;
  }
  if (differences.length === 0) {
    print(`${what} matches: only text, examples or order differ\n`);
    return 0;
  }
  process.stderr.write(`${what} does not match ${spec}:\n`);
  for (const difference of differences) process.stderr.write(`  ${printable(difference)}\n`);
  process.stderr.write(
    `Upgrade ${installed.name}; if its newest version does not match either, tell its maintainers, who generate it.\n`,
  );
  return 1;
}

async function run(request: Exclude<CliRequest, { readonly command: "compare" }>): Promise<0 | 1> {
  if (request.command === "help") print(usage);
  else if (request.command === "version") print(`${packageJson.version}\n`);
  else if (request.command === "generate") {
    const { generate } = await import("../index.ts");
    const { files, warnings } = await generate(request.options);
    warn(warnings);
    for (const file of files) print(`${file.status} ${file.path}\n`);
  } else {
    const { check } = await import("../index.ts");
    const { outdated, warnings, command } = await check(request.options);
    warn(warnings);
    for (const file of outdated) process.stderr.write(describe(file));
    if (outdated.length > 0) {
      process.stderr.write(`run: ${command}\n`);
      return 1;
    }
    print("up to date\n");
  }
  return 0;
}

function describe({ path, difference }: OutdatedFile): string {
  if (difference === undefined) return `${path}: is missing\n`;
  const { line, expected, found } = difference;
  return `${path}:${line}: is not what the document gives\n  expected: ${show(expected)}\n  found:    ${show(found)}\n`;
}

/** Quoted, so that blanks and carriage returns can be seen. */
function show(line: string | undefined): string {
  return line === undefined ? "end of file" : printable(JSON.stringify(line));
}

function warn(warnings: readonly string[]): void {
  for (const warning of warnings) process.stderr.write(`warning: ${printable(warning)}\n`);
}

function print(text: string): void {
  process.stdout.write(text);
}

/** A user's error is one message; anything else is a defect of this program and keeps its stack trace. */
function fail(error: unknown, hint: string): 1 {
  if (!(error instanceof CodegenError)) throw error;
  process.stderr.write(`error: ${error.message}${hint}\n`);
  return 1;
}
