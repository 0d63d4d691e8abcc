import { stableNames } from "./stable-names.ts";

/** Ajv's helpers by the path that it would load them from, and the functions that stand for them. */
const HELPERS: Readonly<Record<string, { readonly name: string; readonly code: string }>> = {
  // JSON Schema counts characters, not the code units of `length`.
  "ajv/dist/runtime/ucs2length": {
    name: "countCharacters",
    code: `function countCharacters(text) {
let count = 0;
for (const _ of text) count++;
return count;
}
`,
  },
  // Equality of JSON values, where the order of members does not matter.
  "ajv/dist/runtime/equal": {
    name: "isEqual",
    code: `function isEqual(a, b) {
if (a === b) return true;
if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
if (Array.isArray(a) !== Array.isArray(b)) return false;
const keys = Object.keys(a);
return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
}
`,
  },
};

// What Ajv writes, as tokens; a string that is none of the others is left alone, whatever it holds.
const TOKENS =
  /schemaPath:"(?:[^"\\]|\\.)*",|params:\{type: schema[\w.[\]"]*\},message:"must be ([\w,]+)"|"(?:[^"\\]|\\.)*"|\brequire\("([^"]+)"\)\.default|\bvalidate\d+\b/g;

// How Ajv adds an error to its list, in seven lines that are there for every rule of every schema.
const ADDED_ERROR =
  /const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}/g;

/**
 * Tidies the module that Ajv wrote. Functions get names that stay when another schema is added, and what it would load
 * is written out. What nobody reads goes: exports, paths into the schemas, schemas that no rule looks up.
 *
 * @param names what to call Ajv's functions
 * @throws Error when it would load something that is not known here
 */
export function tidyCode(code: string, names: ReadonlyMap<string, string>): string {
  const helpers = new Set<string>();
  const tidyTokens = (line: string): string =>
    line.replaceAll(TOKENS, (token, types?: string, helper?: string) => {
      if (types !== undefined) return `params:{},message:"must be ${types.replaceAll(",", " or ")}"`;
      if (token.startsWith("schemaPath:")) return "";
      if (token.startsWith('"')) return token;
      if (helper === undefined) return names.get(token) ?? token;
      const known = HELPERS[helper];
      if (known === undefined) throw new Error(`the generated validators would load ${helper}`);
      helpers.add(known.code);
      return known.name;
    });
  const lines = code
    .replace('"use strict";', "")
    .split("\n")
    .filter((line) => line !== "" && !/^export const \w+ = validate\d+;$/.test(line))
    // A regular expression may hold a quote, which would be taken for the beginning of a string.
    .map((line) => (line.startsWith("const formats") ? line : tidyTokens(line)));
  const tidied = [...withoutUnusedSchemas(lines), ...helpers].join("\n");
  const short = tidied.replaceAll(ADDED_ERROR, (_, _name, error) => `(vErrors ??= []).push(${error});`);
  return stableNames(short.split("\n")).join("\n");
}

function withoutUnusedSchemas(lines: readonly string[]): string[] {
  const used = new Set(lines.flatMap((line) => line.match(/(?<!const )\bschema\d+\b/g) ?? []));
  return lines.filter((line) => {
    const [, name] = /^const (schema\d+) = /.exec(line) ?? [];
    return name === undefined || used.has(name);
  });
}
