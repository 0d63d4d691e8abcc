import { printable } from "@np6/openapi-document";
import packageJson from "../../package.json" with { type: "json" };
import type { OutdatedFile } from "../check.ts";
import { CodegenError } from "../codegen-error.ts";
import { type CliRequest, parseArguments } from "./parse-arguments.ts";
import { usage } from "./usage.ts";

// The generator is imported on demand: it loads TypeScript and Redocly, which a mistyped option does not need.

/**
 * Runs the command line: results on standard output, warnings and errors on standard error.
 *
 * @param argv arguments after the program's name
 * @returns the exit code: 0 for success, 1 for bad input or an outdated file. With `--against`, 1 means only that the
 *   package differs, and 2 that the comparison failed
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

/** Quotes a line, so that spaces and carriage returns are visible. */
function show(line: string | undefined): string {
  return line === undefined ? "end of file" : printable(JSON.stringify(line));
}

function warn(warnings: readonly string[]): void {
  for (const warning of warnings) process.stderr.write(`warning: ${printable(warning)}\n`);
}

function print(text: string): void {
  process.stdout.write(text);
}

/** Prints a user's error as one message. Any other error is a defect and keeps its stack trace. */
function fail(error: unknown, hint: string): 1 {
  if (!(error instanceof CodegenError)) throw error;
  process.stderr.write(`error: ${error.message}${hint}\n`);
  return 1;
}
