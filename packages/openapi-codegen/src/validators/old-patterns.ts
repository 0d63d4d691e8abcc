import type { TableWarning } from "@np6/openapi-document";
import type { RegExpEngine } from "ajv/dist/types/index.js";
import type { PreparedSchema } from "./prepare-schema.ts";

/** Support for patterns that are valid only without Unicode mode. */
export interface OldPatterns {
  readonly engine: RegExpEngine;
  /** Writes their flags into the code that Ajv generated. */
  readonly inCode: (code: string) => string;
}

/**
 * Finds the patterns that are valid only without Unicode mode. JSON Schema 2020-12 (Core, 6.4) requires that mode, but
 * many authors use needless escapes (`\-`). Such patterns are used without Unicode mode, and each causes a warning.
 *
 * @param pointers locations of the schemas in the document
 */
export function oldPatterns(
  schemas: ReadonlyMap<string, PreparedSchema>,
  pointers: ReadonlyMap<string, string>,
  warnings: TableWarning[],
): OldPatterns {
  const old = new Set<string>();
  for (const [id, schema] of schemas) {
    for (const pattern of patternsIn(schema)) {
      if (old.has(pattern) || compiles(pattern, "u") || !compiles(pattern, "")) continue;
      old.add(pattern);
      const reason = `the pattern ${JSON.stringify(pattern)} is no regular expression in Unicode mode, which JSON Schema asks for; it is used without that mode, where characters beyond U+FFFF count as two`;
      warnings.push({ kind: "pattern without Unicode mode", pointer: pointers.get(id) ?? "#", reason });
    }
  }
  const make = (pattern: string, flags: string): RegExp =>
    new RegExp(pattern, old.has(pattern) ? flags.replace("u", "") : flags);
  return {
    // Ajv's code contains this text as the constructor.
    engine: Object.assign(make, { code: "new RegExp" }),
    inCode: (code) =>
      [...old].reduce((text, pattern) => {
        // The same text as Ajv's: JSON, without line separators that older JavaScript forbids in strings.
        const literal = JSON.stringify(pattern)
          .replaceAll("\u2028", "\\u2028")
          .replaceAll("\u2029", "\\u2029");
        return text.replaceAll(`new RegExp(${literal}, "u")`, () => `new RegExp(${literal}, "")`);
      }, code),
  };
}

function compiles(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}

/** Lists all patterns in a schema. A text that only looks like a pattern is compiled needlessly. */
function* patternsIn(node: unknown): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "pattern" && typeof value === "string") yield value;
    if (key === "patternProperties" && typeof value === "object" && value !== null) yield* Object.keys(value);
    yield* patternsIn(value);
  }
}
