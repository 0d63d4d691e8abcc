import { DocumentError, isJsonObject } from "@np6/openapi-document";
import { parse } from "yaml";
import type { Difference } from "../compare/difference.ts";

const fields = ["at", "fact", "vendor", "curated", "reason"] as const;

/** An accepted difference, identified by its text in the report. */
export type AcceptedDifference = Readonly<Record<(typeof fields)[number], string>>;

/**
 * Reads the list of accepted differences: YAML, `accepted:` with a list of entries.
 * @param name - the file's name, for messages
 * @throws DocumentError when an entry is incomplete, contains other members, or occurs twice
 */
export function readAcceptedDifferences(text: string, name: string): AcceptedDifference[] {
  const { accepted }: { accepted?: unknown } = Object(parsed(text, name));
  if (!Array.isArray(accepted)) {
    const wayOut = "write `accepted: []` when nothing is accepted";
    throw new DocumentError(`${name}: there is no list \`accepted\`; ${wayOut}.`);
  }
  const known = new Set<string>();
  return accepted.map((given: unknown, index) => {
    const where = `${name}: entry ${index + 1}`;
    const entry = readEntry(given, where);
    if (known.size === known.add(JSON.stringify(fields.slice(0, -1).map((field) => entry[field]))).size)
      throw new DocumentError(`${where} occurs twice; remove one.`);
    return entry;
  });
}

function parsed(text: string, name: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    const [reason] = String(cause instanceof Error ? cause.message : cause).split("\n");
    throw new DocumentError(`${name} is not YAML: ${reason}`, [], { cause });
  }
}

function readEntry(entry: unknown, where: string): AcceptedDifference {
  const given = isJsonObject(entry) ? entry : {};
  const missing = fields.filter((field) => typeof given[field] !== "string" || given[field].trim() === "");
  if (missing.length > 0) {
    const wayOut = "copy at, fact, vendor and curated from the report as quoted text, and say why";
    throw new DocumentError(`${where} lacks ${missing.join(", ")}; ${wayOut}.`);
  }
  const unknown = Object.keys(given).filter((key) => !fields.some((field) => field === key));
  if (unknown.length === 0) return given as AcceptedDifference;
  throw new DocumentError(
    `${where} has ${unknown.join(", ")}, which nothing reads; keep ${fields.join(", ")}.`,
  );
}

/** Whether an entry matches a difference: the location, and the statements of both sides word for word. */
export function accepts(entry: AcceptedDifference, { at, alsoAt, ...difference }: Difference): boolean {
  const isAt = entry.at === at || alsoAt.includes(entry.at);
  const { fact, vendor, curated } = difference;
  return isAt && entry.fact === fact && entry.vendor === vendor.text && entry.curated === curated.text;
}
