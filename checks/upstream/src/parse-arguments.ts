import { parseArgs } from "node:util";
import { DocumentError } from "@np6/openapi-document";

/** The request of a command line. */
export interface UpstreamRequest {
  /** File or address of the vendor's document. */
  readonly from: string;
  /** File for the report as JSON; `-` is standard output. */
  readonly json?: string;
}

/** Text of --help. */
export const usage: string = `Usage: pnpm spec upstream --from <file|url> [--json <file|->]

Compares the vendor's published OpenAPI bundle with the curated spec, in the parts of the API that the spec covers. Changes
nothing in spec/.

  --from <file|url>   the vendor's bundle, YAML or JSON; published at https://documentation.np6.com/_bundle/api.yaml
  --json <file|->     also writes the report as JSON; - means standard output, and sends the text to standard error
  --help              shows this text

Exit code: 0 no drift, 1 drift, 2 bad input.
`;

/**
 * Reads the command line.
 * @param argv - arguments after the program's name
 * @returns the request, or `undefined` for help
 * @throws DocumentError when they do not fit the usage
 */
export function parseArguments(argv: readonly string[]): UpstreamRequest | undefined {
  const { help, ...named } = parsed(argv);
  if (help === true) return undefined;
  for (const [name, values] of Object.entries(named)) {
    if (values.length > 1) throw new DocumentError(`--${name} is given twice.`);
    if (values[0]?.trim() === "") throw new DocumentError(`--${name} is empty.`);
  }
  const [from] = named.from ?? [];
  const [json] = named.json ?? [];
  if (from !== undefined) return json === undefined ? { from } : { from, json };
  throw new DocumentError("--from is missing: add the file or the address of the vendor's bundle.");
}

function parsed(argv: readonly string[]): { from?: string[]; json?: string[]; help?: boolean } {
  const multiple = { type: "string", multiple: true } as const;
  try {
    // pnpm passes a separating -- on.
    const args = argv[0] === "--" ? argv.slice(1) : [...argv];
    return parseArgs({ args, options: { from: multiple, json: multiple, help: { type: "boolean" } } }).values;
  } catch (cause) {
    throw new DocumentError(cause instanceof Error ? cause.message : String(cause), [], { cause });
  }
}
