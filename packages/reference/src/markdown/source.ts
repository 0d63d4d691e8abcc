import type { JsonObject } from "@np6/openapi-document";
import { textOf } from "../read/text-of.ts";

/** Formats the grade of a fact (`x-source`), as `source: reference`; empty when it has none. */
export function source(of: JsonObject): string {
  const grade = textOf(of["x-source"]);
  return grade === "" ? "" : `\`source: ${grade}\``;
}

/** Formats the explanation of a fact's grade (`x-source-note`). */
export function sourceNote(of: JsonObject): string {
  const note = textOf(of["x-source-note"]);
  return note === "" ? "" : `*Source:* ${note}`;
}

/** Appends the grade to a text. */
export function withSource(words: string, of: JsonObject): string {
  return [words, source(of)].filter(Boolean).join(" ");
}

/** Marks a fact as deprecated, with its removal date. */
export function deprecation(of: JsonObject): string {
  if (of.deprecated !== true) return "";
  const until = of["x-sunset"];
  return typeof until === "string" ? `**deprecated, goes on ${until}**` : "**deprecated**";
}
