import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { DocumentError } from "@np6/openapi-document";
import { isUrl } from "@np6/openapi-document/reading";
import packageJson from "../../package.json" with { type: "json" };
import { type Bump, isAtLeast } from "../changes/bump.ts";
import { formatDiff } from "../changes/format-diff.ts";
import { ignoreChanges } from "../changes/ignore-changes.ts";
import type { SpecDiff } from "../changes/spec-change.ts";
import { diffFiles } from "../diff-files.ts";
import { findInstalledDocument } from "../find-installed-document.ts";

const usage = `Usage: np6-openapi-diff <old> <new> [--json] [--fail-on major|minor|patch] [--ignore <file>] [--root <folder>]

Prints the changes between two OpenAPI documents (3.0 to 3.2, YAML or JSON), who is affected, what breaks, and the
required version bump.

  <old>, <new>        a file, a URL, or an installed package that contains its OpenAPI document
  --json              { "bump", "changes": [{ "pointer", "operationId"?, "direction"?, "bump", "breaks"?, "message",
                      "fingerprint", "location"? }] }
  --fail-on <bump>    exit with 1 if the required bump is this one or larger
  --ignore <file>     changes to ignore: one fingerprint and reason per line
  --root <folder>     folder that contains all files of a document (default: the document's folder)
  --max-bytes, --max-depth, --max-values <number>
                      limits of a file: size in bytes, levels of nesting, values
  -h, --help          show this text
  -v, --version       show the version

Exit codes: 0 compared; 1 the bump reaches --fail-on; 2 the documents cannot be compared.
`;

/** The current folder and the outputs of a command. */
export interface CliContext {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Runs the command line. */
export async function runCli(argv: readonly string[], { cwd, out, err }: CliContext): Promise<0 | 1 | 2> {
  try {
    const { values, positionals } = parse(argv);
    if (values.help === true || values.version === true) {
      out(values.help === true ? usage : `${packageJson.version}\n`);
      return 0;
    }
    const [old, now, extra] = positionals;
    if (old === undefined || now === undefined || extra !== undefined)
      throw new DocumentError("give two documents, the old one and the new one");
    const failOn = values["fail-on"];
    if (failOn !== undefined && !isBump(failOn))
      throw new DocumentError(`--fail-on must be major, minor or patch, and is "${failOn}"`);
    const options = {
      ...(values.root === undefined ? {} : { root: resolve(cwd, values.root) }),
      ...limit("maxBytes", values["max-bytes"]),
      ...limit("maxDepth", values["max-depth"]),
      ...limit("maxValues", values["max-values"]),
    };
    const found = await diffFiles(await locate(old, cwd), await locate(now, cwd), options);
    const diff: SpecDiff & { readonly ignored?: number } =
      values.ignore === undefined
        ? found
        : ignoreChanges(found, await read(values.ignore, cwd), values.ignore);
    out(values.json === true ? `${JSON.stringify(diff, null, 2)}\n` : formatDiff(diff, old, now));
    if (values.json !== true && diff.ignored !== undefined && diff.ignored > 0)
      out(`${diff.ignored} ${diff.ignored === 1 ? "change is" : "changes are"} ignored.\n`);
    if (failOn === undefined || !isAtLeast(diff.bump, failOn)) return 0;
    err(`The change is ${diff.bump}, and --fail-on ${failOn} was asked for.\n`);
    return 1;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    err(`error: ${error.message}\n`);
    return 2;
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        "fail-on": { type: "string" },
        ignore: { type: "string" },
        root: { type: "string" },
        "max-bytes": { type: "string" },
        "max-depth": { type: "string" },
        "max-values": { type: "string" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
      },
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DocumentError(`${reason}; see np6-openapi-diff --help`, [], { cause });
  }
}

function isBump(text: string): text is Exclude<Bump, "none"> {
  return ["major", "minor", "patch"].includes(text);
}

function limit(name: string, text: string | undefined): Readonly<Record<string, number>> {
  return text === undefined ? {} : { [name]: Number(text) };
}

function read(file: string, cwd: string): Promise<string> {
  return readFile(resolve(cwd, file), "utf8").catch((cause: unknown) => {
    throw new DocumentError("--ignore: there is no such file", [{ file }], { cause });
  });
}

/** Resolves an argument: a URL, a file or the name of an installed package. */
async function locate(named: string, cwd: string): Promise<string> {
  if (isUrl(named)) return named;
  const file = resolve(cwd, named);
  const isThere = (await stat(file).catch(() => undefined)) !== undefined;
  if (isThere || /\.(?:json|ya?ml)$/i.test(named)) return file;
  return (await findInstalledDocument(named, cwd)).file;
}
