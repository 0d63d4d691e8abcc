import { isJsonObject, type JsonObject } from "@np6/openapi-document";
import { parse, YAMLParseError } from "yaml";
import type { Difference } from "../compare/difference.ts";
import { UpstreamError } from "../upstream-error.ts";

const fields = ["at", "fact", "vendor", "curated", "reason"] as const;

/** A difference that somebody looked at and that stays. It is named by what the report prints of it. */
export type AcceptedDifference = Readonly<Record<(typeof fields)[number], string>>;

/**
 * Reads the list of accepted differences: YAML, `accepted:` with a list of entries.
 * @param name - the file's name, for messages
 * @throws UpstreamError when an entry is incomplete, has anything else in it, or occurs twice
 */
export function readAcceptedDifferences(text: string, name: string): AcceptedDifference[] {
  const list: unknown = parsed(text, name);
  const entries = isJsonObject(list) ? list.accepted : undefined;
  if (!Array.isArray(entries)) {
    throw new UpstreamError(
      `${name}: there is no list \`accepted\`; write \`accepted: []\` when nothing is accepted.`,
    );
  }
  const accepted = entries.map((entry, index) => readEntry(entry, `${name}: entry ${index + 1}`));
  const again = accepted.findIndex(
    (entry, index) => accepted.findIndex((one) => sameThing(one, entry)) < index,
  );
  if (again >= 0) throw new UpstreamError(`${name}: entry ${again + 1} occurs twice; remove one.`);
  return accepted;
}

function parsed(text: string, name: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    if (!(cause instanceof YAMLParseError)) throw cause;
    throw new UpstreamError(`${name} is not YAML: ${cause.message}`, { cause });
  }
}

function readEntry(entry: unknown, where: string): AcceptedDifference {
  const given: JsonObject = isJsonObject(entry) ? entry : {};
  const missing = fields.filter((field) => typeof given[field] !== "string" || given[field].trim() === "");
  if (missing.length > 0) {
    throw new UpstreamError(
      `${where} lacks ${missing.join(", ")}; copy at, fact, vendor and curated from the report as quoted text, and say why.`,
    );
  }
  const unknown = Object.keys(given).filter((key) => !fields.some((field) => field === key));
  if (unknown.length > 0) {
    throw new UpstreamError(
      `${where} has ${unknown.join(", ")}, which nothing reads; keep ${fields.join(", ")}.`,
    );
  }
  return given as AcceptedDifference;
}

function sameThing(one: AcceptedDifference, other: AcceptedDifference): boolean {
  return fields.every((field) => field === "reason" || one[field] === other[field]);
}

/** Whether an entry names a difference: the place, and word for word what both sides say there. */
export function accepts(entry: AcceptedDifference, difference: Difference): boolean {
  return (
    [difference.at, ...difference.alsoAt].includes(entry.at) &&
    entry.fact === difference.fact &&
    entry.vendor === difference.vendor.text &&
    entry.curated === difference.curated.text
  );
}
