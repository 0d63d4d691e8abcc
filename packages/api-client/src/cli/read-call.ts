import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { describedTypes, type JsonObject, resolveReference } from "@np6/openapi-document";
import type { CallInput, CommandApi } from "./command-api.ts";
import { CommandError } from "./command-error.ts";
import {
  type CommandParameter,
  commonOptions,
  type DescribedOperation,
  looksLikeKey,
} from "./described-operation.ts";

/** A call, as the user typed it. */
export interface TypedCall {
  readonly input: CallInput;
  readonly baseUrl: string | undefined;
  readonly isHelp: boolean;
  readonly isDryRun: boolean;
  readonly isChecked: boolean;
  readonly isConfirmed: boolean;
  /** Whether standard input was read for the body, so that it cannot answer a question. */
  readonly isStdinUsed: boolean;
}

/**
 * Reads the words after an operation's name.
 *
 * @throws CommandError that names the option and the rule
 */
export async function readCall(
  operation: DescribedOperation,
  args: readonly string[],
  { table, document }: CommandApi,
  stdin: Readable,
): Promise<TypedCall> {
  const values = parseOptions(operation, args, document);
  const input: Record<string, unknown> = {};
  for (const parameter of operation.parameters) {
    const argument = values[parameter.option];
    if (argument === undefined) continue;
    const value = Array.isArray(argument)
      ? argument.map((element) => readWord(String(element), itemsOf(document, parameter), parameter.option))
      : readWord(String(argument), typesOf(document, parameter.described.schema), parameter.option);
    input[parameter.location] = { ...Object(input[parameter.location]), [parameter.name]: value };
  }
  const source = values.body;
  const contentType = values["content-type"];
  if (typeof source === "string") {
    const { requestBody } = table.operations[operation.name] ?? {};
    const mediaType = typeof contentType === "string" ? contentType : requestBody?.mediaTypes[0];
    input.body = await readBody(source, table.mediaTypes[mediaType ?? ""], mediaType, stdin);
  }
  if (typeof contentType === "string") input.contentType = contentType;
  if (typeof values.accept === "string") input.accept = values.accept;
  return {
    input,
    baseUrl: typeof values["base-url"] === "string" ? values["base-url"] : undefined,
    isHelp: values.help === true,
    isDryRun: values["dry-run"] === true,
    isChecked: values.unchecked !== true,
    isConfirmed: values.yes === true,
    isStdinUsed: source === "-",
  };
}

function parseOptions(
  { name, parameters }: DescribedOperation,
  args: readonly string[],
  document: JsonObject,
): Readonly<Record<string, unknown>> {
  // Arguments are visible in the machine's process list, and shells store them.
  if (args.some((arg) => arg.startsWith("-") && looksLikeKey(arg.replace(/^-+/, ""))))
    throw new CommandError("The key is read from NP6_API_KEY alone: others can see arguments.");
  const declared = parameters.map((parameter) => {
    const multiple = typesOf(document, parameter.described.schema).has("array");
    return [parameter.option, { type: "string", multiple }] as const;
  });
  const options = { ...Object.fromEntries(declared), ...commonOptions };
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    const reason =
      code === "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL" ? "all arguments after it must be options." : message;
    throw new CommandError(`${name}: ${reason} \`np6 ${name} --help\` lists its options.`);
  }
}

/** Finds the types that a schema of the document allows; empty for any type. */
const typesOf = (document: JsonObject, schema: unknown): ReadonlySet<string> =>
  describedTypes(document, schema) ?? new Set();

const itemsOf = (document: JsonObject, { described }: CommandParameter): ReadonlySet<string> =>
  typesOf(document, resolveReference(document, described.schema).items);

/** Converts a word to the type in the document. */
function readWord(word: string, types: ReadonlySet<string>, option: string): unknown {
  if (types.has("string") || types.size === 0) return word;
  if (types.has("number")) {
    const number = Number(word);
    const isExact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
    if (/^-?\d/.test(word) && isExact) return number;
    throw new CommandError(`--${option} must be a number, and is ${JSON.stringify(word)}.`);
  }
  return parseJson(word, `--${option}`);
}

async function readBody(
  source: string,
  format: string | undefined,
  mediaType: string | undefined,
  stdin: Readable,
): Promise<unknown> {
  const name = source === "-" ? "standard input" : source.startsWith("@") ? source.slice(1) : "--body";
  if (format === "json" || format === "text" || format === undefined) {
    let content = source;
    if (source === "-") content = await text(stdin);
    else if (source.startsWith("@")) content = await readFile(name, "utf8").catch(cannotRead(name));
    return format === "text" ? content : parseJson(content.replace(/^\uFEFF/, ""), name);
  }
  if (format === "binary" && source.startsWith("@"))
    return new Blob([await readFile(name).catch(cannotRead(name))]);
  throw new CommandError(
    `A body of the type ${mediaType} ${format === "binary" ? "must be passed as --body @FILE." : "cannot be passed here; call it from code."}`,
  );
}

const cannotRead = (name: string) => (error: Error) => {
  throw new CommandError(`${name} cannot be read: ${error.message}`);
};

function parseJson(content: string, name: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    // The parser's message quotes the text, which may be personal data; the position is enough.
    const position = /position \d+(?: \(line \d+ column \d+\))?/.exec((error as Error).message)?.[0];
    throw new CommandError(
      `${name} is not JSON${position === undefined ? "" : ` at ${position}`}. Nothing was sent.`,
    );
  }
}
