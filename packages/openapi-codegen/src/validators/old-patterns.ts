import type { TableWarning } from "@np6/openapi-document";
import type { RegExpEngine } from "ajv/dist/types/index.js";
import type { PreparedSchema } from "./prepare-schema.ts";

/** How patterns are compiled that not all are regular expressions of Unicode mode. */
export interface OldPatterns {
  readonly engine: RegExpEngine;
  /** Writes their flags into the code that Ajv wrote. */
  readonly inCode: (code: string) => string;
}

/**
 * Finds the patterns that are no regular expressions in Unicode mode, but are without it. JSON Schema 2020-12 (Core,
 * 6.4) asks for that mode, and many authors escape what needs no escape (`\-`). They are used without it, and each gets
 * a warning.
 *
 * @param pointers where the schemas stand in the document
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
    // The text stands for the constructor in Ajv's code.
    engine: Object.assign(make, { code: "new RegExp" }),
    inCode: (code) =>
      [...old].reduce((text, pattern) => {
        // As Ajv writes it: JSON, without the line ends that JavaScript once did not allow in a string.
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

/** Also of members' names. What only looks like a pattern is compiled for nothing. */
function* patternsIn(node: unknown): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "pattern" && typeof value === "string") yield value;
    if (key === "patternProperties" && typeof value === "object" && value !== null) yield* Object.keys(value);
    yield* patternsIn(value);
  }
}
