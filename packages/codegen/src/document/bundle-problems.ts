import { type NormalizedProblem, parseYaml, type Source } from "@redocly/openapi-core";
import { CodegenError, formatLocation, type SourceLocation } from "../codegen-error.ts";
import { isRecord, type JsonObject } from "../is-record.ts";
import { pointerTokens } from "../json-pointer.ts";
import { isUrl } from "./local-file-resolver.ts";
import { plainParseMessage } from "./plain-parse-message.ts";
import { showFile } from "./show-file.ts";

/** More than this on one screen helps nobody; the rest is counted. */
const SHOWN = 10;

/**
 * Sorts what the bundler reported.
 *
 * @param bundle the bundled document
 * @returns the warnings, one sentence each
 * @throws CodegenError when something could not be resolved
 */
export function bundleProblems(problems: readonly NormalizedProblem[], bundle: JsonObject): string[] {
  const warnings: string[] = [];
  const errors: { location: SourceLocation; message: string }[] = [];
  const parsed = new Map<Source, unknown>();
  for (const problem of problems) {
    const location = locationOf(problem);
    const node = nodeOf(problem, parsed);
    if (problem.severity !== "error") warnings.push(`${formatLocation(location)}: ${problem.message}`);
    else if (!isHarmless(node, location, bundle))
      errors.push({ location, message: messageOf(problem, node) });
  }
  const [first, ...others] = errors;
  if (first === undefined) return warnings;
  const listed = others
    .slice(0, SHOWN)
    .map(({ location, message }) => `\n  ${formatLocation(location)}: ${message}`);
  const rest = others.length > SHOWN ? `\n  and ${others.length - SHOWN} more` : "";
  throw new CodegenError(`${first.message}${listed.join("")}${rest}`, [first.location]);
}

function messageOf({ message }: NormalizedProblem, node: unknown): string {
  const [, reason] = /^Can't resolve \$ref(?:: (.*))?$/s.exec(message) ?? [];
  if (!message.startsWith("Can't resolve $ref")) return plainParseMessage(message);
  const reference = isRecord(node) ? (node.$ref ?? node.externalValue) : node;
  const why = reason === undefined ? "it points at nothing" : plainParseMessage(reason);
  return `cannot resolve $ref ${JSON.stringify(reference)}: ${why}`;
}

function locationOf(problem: NormalizedProblem): SourceLocation {
  const location = problem.location[0];
  if (location === undefined) return {};
  const file = showFile(location.source.absoluteRef);
  if (location.pointer !== undefined) return { file, pointer: location.pointer };
  return "start" in location ? { file, line: location.start.line, column: location.start.col } : { file };
}

/** What the author wrote at the place of a problem; by now the bundler has changed its own copy. */
function nodeOf(problem: NormalizedProblem, parsed: Map<Source, unknown>): unknown {
  const location = problem.location[0];
  if (location?.pointer === undefined) return undefined;
  if (!parsed.has(location.source)) parsed.set(location.source, parseYaml(location.source.body));
  return pointerTokens(location.pointer).reduce<unknown>((parent, token) => {
    if (typeof parent !== "object" || parent === null) return undefined;
    return (parent as JsonObject)[token];
  }, parsed.get(location.source));
}

/**
 * The bundler treats two things like a `$ref` that are none: a discriminator mapping to the plain name of a schema, and
 * the externalValue of an example, which may be a URL and which no generated code needs.
 */
function isHarmless(node: unknown, { pointer = "" }: SourceLocation, bundle: JsonObject): boolean {
  if (isRecord(node)) return typeof node.externalValue === "string" && isUrl(node.externalValue);
  const schemas = isRecord(bundle.components) ? bundle.components.schemas : undefined;
  const isMapping = typeof node === "string" && pointer.includes("/discriminator/mapping/");
  return isMapping && isRecord(schemas) && Object.hasOwn(schemas, node);
}
