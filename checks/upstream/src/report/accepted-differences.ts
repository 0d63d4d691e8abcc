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
    const fix = "write `accepted: []` when nothing is accepted";
    throw new DocumentError(`${name}: there is no list \`accepted\`; ${fix}.`);
  }
  const known = new Set<string>();
  return accepted.map((value: unknown, index) => {
    const where = `${name}: entry ${index + 1}`;
    const entry = readEntry(value, where);
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

function readEntry(value: unknown, where: string): AcceptedDifference {
  const entry = isJsonObject(value) ? value : {};
  const missing = fields.filter((field) => typeof entry[field] !== "string" || entry[field].trim() === "");
  if (missing.length > 0) {
    const fix = "copy at, fact, vendor and curated from the report as quoted text, and add a reason";
    throw new DocumentError(`${where} lacks ${missing.join(", ")}; ${fix}.`);
  }
  const unknown = Object.keys(entry).filter((key) => !fields.some((field) => field === key));
  if (unknown.length === 0) return entry as AcceptedDifference;
  throw new DocumentError(
    `${where} has ${unknown.join(", ")}, which is unknown; keep only ${fields.join(", ")}.`,
  );
}

/** Whether an entry matches a difference: the location, and the statements of both sides word for word. */
export function accepts(entry: AcceptedDifference, { at, alsoAt, ...difference }: Difference): boolean {
  const isAt = entry.at === at || alsoAt.includes(entry.at);
  const { fact, vendor, curated } = difference;
  return isAt && entry.fact === fact && entry.vendor === vendor.text && entry.curated === curated.text;
}
