import { parseYaml } from "@redocly/openapi-core";

// The parser's own limit of 100 levels is too low for real documents, and users cannot raise it; ours they can.
const options = { json: false, maxDepth: Number.POSITIVE_INFINITY };

/** Parses YAML or JSON with the YAML schema of openapi-typescript, which never turns a text into a date. */
export function parseSourceText(text: string): unknown {
  return parseYaml(text, options);
}
