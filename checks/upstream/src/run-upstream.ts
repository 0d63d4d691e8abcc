import { readFile, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { DocumentError } from "@np6/openapi-document";
import type { DownloadLimits } from "@np6/openapi-document/reading";
import writeFileAtomic from "write-file-atomic";
import { compareDocuments } from "./compare/compare-documents.ts";
import { parseArguments, usage } from "./parse-arguments.ts";
import { readAcceptedDifferences } from "./report/accepted-differences.ts";
import { formatReport } from "./report/format-report.ts";
import { createReport, type UpstreamReport } from "./report/upstream-report.ts";
import { parseDocument } from "./source/parse-document.ts";
import { readSource } from "./source/read-source.ts";

/** Folders, limits and outputs of the command. */
export interface UpstreamSettings {
  /** Folder of the curated spec; its bundle is dist/openapi.json. The folder is never changed. */
  readonly specFolder: string;
  readonly limits: DownloadLimits;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * Runs `spec upstream`.
 * @param argv - arguments after the program's name
 * @returns the exit code: 0 no drift, 1 drift, 2 when there was nothing to compare, with the reason on standard error
 */
export async function runUpstream(argv: readonly string[], settings: UpstreamSettings): Promise<0 | 1 | 2> {
  try {
    const request = parseArguments(argv);
    if (request === undefined) {
      settings.out(usage);
      return 0;
    }
    const target = await jsonTarget(request.json, settings.specFolder);
    const report = await compare(request.from, settings);
    const text = formatReport(report, shown(acceptedFile(settings.specFolder)));
    const json = `${JSON.stringify(report, null, 2)}\n`;
    (target === "-" ? settings.err : settings.out)(text);
    if (target === "-") settings.out(json);
    else if (target !== undefined)
      await writeFileAtomic(target, json).catch(
        badInput(({ message }) => `${target} cannot be written: ${message}. Name another file.`),
      );
    return report.drift ? 1 : 0;
  } catch (error) {
    // Other errors are defects of this command and keep their stack trace; they must not look like drift.
    const isInput = error instanceof DocumentError;
    settings.err(isInput ? `error: ${error.message}\n` : `${error instanceof Error ? error.stack : error}\n`);
    return 2;
  }
}

async function compare(from: string, { specFolder, limits }: UpstreamSettings): Promise<UpstreamReport> {
  const vendor = { source: from, document: parseDocument(await readSource(from, limits), from) };
  const bundle = join(specFolder, "dist", "openapi.json");
  const text = await readRequired(bundle, "Create it: pnpm --filter @np6/spec build");
  const curated = { source: shown(bundle), document: parseDocument(text, shown(bundle)) };
  const list = acceptedFile(specFolder);
  const accepted = readAcceptedDifferences(
    await readRequired(list, "Create it with the line: accepted: []"),
    shown(list),
  );
  const comparison = compareDocuments({ vendor: vendor.document, curated: curated.document });
  return createReport({ vendor, curated }, comparison, accepted);
}

const acceptedFile = (specFolder: string): string => join(specFolder, "upstream-accepted.yaml");
const shown = (file: string): string => relative(process.cwd(), file);

/** Converts a rejection to an error of the input. */
function badInput(message: (cause: Error) => string): (cause: Error) => never {
  return (cause) => {
    throw new DocumentError(message(cause), [], { cause });
  };
}

async function readRequired(file: string, fix: string): Promise<string> {
  return readFile(file, "utf8").catch(badInput(() => `${shown(file)} cannot be read. ${fix}`));
}

/** Returns the path of the JSON report, which must not be inside the spec. */
async function jsonTarget(json: string | undefined, specFolder: string): Promise<string | undefined> {
  if (json === undefined || json === "-") return json;
  const folder = await realpath(dirname(resolve(json))).catch(
    badInput(() => `--json ${json}: the folder does not exist. Create it first.`),
  );
  const named = join(folder, basename(json));
  // Writing the file would follow a link.
  const target = await realpath(named).catch(() => named);
  if (/^\.\.([\\/]|$)/.test(relative(await realpath(specFolder), target))) return target;
  throw new DocumentError(`--json ${json}: nothing is written into the curated spec. Name a file elsewhere.`);
}
