import { parseArgs } from "node:util";
import type { DocumentOptions } from "@np6/openapi-document/reading";
import { CodegenError } from "../codegen-error.ts";
import { type CodegenOptions, limitNames, nothingToGenerate, outputNames } from "../codegen-options.ts";

/** The request of a command line. */
export type CliRequest =
  | { readonly command: "help" }
  | { readonly command: "version" }
  | { readonly command: "generate" | "check"; readonly options: CodegenOptions }
  | {
      readonly command: "compare";
      readonly against: string;
      readonly spec: string;
      readonly options: DocumentOptions;
    };

const NAMES = [
  "spec",
  ...outputNames,
  "command",
  "against",
  "root",
  "max-bytes",
  "max-depth",
  "max-values",
] as const;
type OptionName = (typeof NAMES)[number];

/**
 * Reads the command line.
 *
 * @param argv arguments after the program's name
 * @throws CodegenError when they do not fit the usage
 */
export function parseArguments(argv: readonly string[]): CliRequest {
  const { values, positionals } = parse(argv);
  if (values.help) return { command: "help" };
  if (values.version) return { command: "version" };
  const [command, extra] = positionals;
  if (command !== "generate" && command !== "check") {
    throw new CodegenError(command === undefined ? "say generate or check" : `unknown command "${command}"`);
  }
  if (extra !== undefined) throw new CodegenError(`unexpected argument "${extra}"`);
  const given: Partial<Record<OptionName, string>> = {};
  for (const name of NAMES) {
    const [value, again] = values[name] ?? [];
    if (again !== undefined) throw new CodegenError(`--${name} is given twice`);
    if (value === undefined) continue;
    if (value.trim() === "") throw new CodegenError(`--${name} is empty`);
    given[name] = value;
  }
  const { spec, against, root, "max-bytes": _, "max-depth": __, "max-values": ___, ...others } = given;
  const reading: DocumentOptions = { ...(root === undefined ? {} : { root }), ...limits(given) };
  if (spec === undefined) throw new CodegenError("--spec is missing: give the path of the OpenAPI document");
  if (against !== undefined) {
    const [unfit] = Object.keys(others);
    if (command !== "check") throw new CodegenError("--against only goes with check");
    if (unfit !== undefined) throw new CodegenError(`--against compares a package; leave out --${unfit}`);
    return { command: "compare", against, spec, options: reading };
  }
  if (outputNames.every((name) => others[name] === undefined)) throw new CodegenError(nothingToGenerate);
  return { command, options: { spec, ...others, ...reading } };
}

function limits(given: Partial<Record<OptionName, string>>): Omit<DocumentOptions, "root"> {
  const named = Object.entries(limitNames).flatMap(([name, option]) => {
    const text = given[name as keyof typeof limitNames];
    if (text === undefined) return [];
    const limit = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(limit) && limit > 0) return [[option, limit] as const];
    throw new CodegenError(`--${name} must be a whole number above 0, and is ${JSON.stringify(text)}`);
  });
  return Object.fromEntries(named);
}

function parse(argv: readonly string[]): {
  values: Partial<Record<OptionName, string[]>> & { help?: boolean; version?: boolean };
  positionals: string[];
} {
  const multiple = { type: "string", multiple: true } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        ...(Object.fromEntries(NAMES.map((name) => [name, multiple])) as Record<OptionName, typeof multiple>),
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
      },
    });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new CodegenError(message, [], { cause });
  }
}
