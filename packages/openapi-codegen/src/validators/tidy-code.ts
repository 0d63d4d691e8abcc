import { stableNames } from "./stable-names.ts";

/** The functions that replace Ajv's helpers, by the path of the helper's module. */
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
  // Compares JSON values; the order of members does not matter.
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

// Tokens of Ajv's code. Other strings are matched too, so that their content stays unchanged.
const TOKENS =
  /schemaPath:"(?:[^"\\]|\\.)*",|params:\{type: schema[\w.[\]"]*\},message:"must be ([\w,]+)"|"(?:[^"\\]|\\.)*"|\brequire\("([^"]+)"\)\.default|\bvalidate\d+\b/g;

// Ajv's code for adding an error to its list, which repeats seven lines for every rule.
const ADDED_ERROR =
  /const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}/g;

/**
 * Tidies the module that Ajv generated. Functions get names that another schema does not change, and helpers are
 * written out. Unused parts are removed: exports, paths into the schemas, schemas that no rule reads.
 *
 * @param names new names of Ajv's functions
 * @throws Error when the module requires an unknown helper
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
    // A regular expression may contain a quote, which would look like the start of a string.
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
