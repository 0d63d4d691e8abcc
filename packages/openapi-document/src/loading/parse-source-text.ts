import { parseYaml } from "@redocly/openapi-core";

// The parser's own limit of 100 levels is below what documents have, and cannot be raised by a user; ours can.
const options = { json: false, maxDepth: Number.POSITIVE_INFINITY };

/** Parses YAML or JSON as openapi-typescript does: with a schema in which no text becomes a date. */
export function parseSourceText(text: string): unknown {
  return parseYaml(text, options);
}
