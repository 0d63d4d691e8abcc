import type { JsonObject } from "@np6/openapi-document";
import { textOf } from "../read/text-of.ts";

/** Where a fact comes from: its grade (`x-source`), as `source: reference`; empty when it has none. */
export function source(of: JsonObject): string {
  const grade = textOf(of["x-source"]);
  return grade === "" ? "" : `\`source: ${grade}\``;
}

/** The sentence that says more about where a fact comes from (`x-source-note`). */
export function sourceNote(of: JsonObject): string {
  const note = textOf(of["x-source-note"]);
  return note === "" ? "" : `*Source:* ${note}`;
}

/** A grade behind the words that it belongs to. */
export function withSource(words: string, of: JsonObject): string {
  return [words, source(of)].filter(Boolean).join(" ");
}

/** Marks a fact as deprecated, with the date on which it goes. */
export function deprecation(of: JsonObject): string {
  if (of.deprecated !== true) return "";
  const until = of["x-sunset"];
  return typeof until === "string" ? `**deprecated, goes on ${until}**` : "**deprecated**";
}
