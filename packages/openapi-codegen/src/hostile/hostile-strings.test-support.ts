import fc from "fast-check";
import { expect, it } from "vitest";
import { assertHarmless, MARK } from "./assert-harmless.test-support.ts";

/** Strings that end their context, or have a meaning in it. A string that runs as code leaves a mark. */
export const hostileStrings: readonly string[] = [
  `"; ${MARK}; "`,
  `'; ${MARK}; '`,
  `\`; ${MARK}; \``,
  `\${${MARK}}`,
  `*/ ${MARK}; /*`,
  `\n${MARK}\n`,
  `\r${MARK}`,
  `\u2028${MARK}\u2029${MARK}`,
  `\\"; ${MARK}; //`,
  `=1; ${MARK}; const a`,
  `@type`,
  `a-b+c(d)`,
  `: unknown } ${MARK}; type X = {`,
  `= ${MARK};//`,
  `<!-- ${MARK}`,
  `\u0000\u0007\u001b[31m\u0085`,
  `\u202e${MARK}\u2066`,
  `\ufeff`,
  `💥`,
  `::error::injected`,
  `\n::set-output name=a::b`,
  `##[command]a`,
  `constructor`,
  `__proto__`,
  `toString`,
  `hasOwnProperty`,
  `valueOf`,
  `prototype`,
  `await`,
  `class`,
  `Array`,
  `Unrecognized`,
  `1`,
  ` `,
  `%2F%`,
  `~1~0/`,
  `</script>`,
];

/** Pieces of strings: each ends, starts or hides something. */
const pieces = [
  ...hostileStrings,
  ...["'", '"', "`", "\\", "\n", "\r\n", "\u2028", "\u0085", "*/", "/*", "//", "<!--", "-->", "${", "}", "{"],
  ...["=>", ";", ",", "(", ")", "[", "]", ":", "?", "=", "#", "@", "%", "~", "&", "|", "\0", "\u200d", "\t"],
  ...["x", "1", "type", "new", "get", "isPrototypeOf", "\\u0022", "\\x27", "$&", "$'", "$1", MARK],
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
);
const hostileString = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(""));

/** Strings for a document. Each contains a unique number, before or after its text. */
const hostileTexts = fc
  .tuple(fc.array(hostileString, { minLength: 1, maxLength: 40 }), fc.array(fc.boolean(), { minLength: 1 }))
  .map(([strings, sides]) => (index: number): string => {
    const string = strings[index % strings.length] ?? "";
    return sides[index % sides.length] === true ? `${index}${string}` : `${string}${index}`;
  });

const seed = Number(process.env.NP6_FUZZ_SEED ?? 20_261_128);

/** @param usualRuns number of documents; `NP6_FUZZ_RUNS` overrides it */
export function testHostileDocuments(usualRuns: number): void {
  const numRuns = Number(process.env.NP6_FUZZ_RUNS ?? usualRuns);
  it(`whatever strings a document has, nothing of it is code (NP6_FUZZ_RUNS=${numRuns} NP6_FUZZ_SEED=${seed})`, {
    timeout: 3_600_000,
  }, async () => {
    await fc.assert(fc.asyncProperty(hostileTexts, assertHarmless), { numRuns, seed });
    expect(globalThis).not.toHaveProperty("ranFromADocument");
  });
}
