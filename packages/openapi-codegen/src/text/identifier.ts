// Names of ECMAScript (13.1) in the Basic Multilingual Plane, because older targets read no others. Joiners are
// excluded: names that differ only in joiners look the same.
const LEFT_OUT = "(?:\\u200c|\\u200d|[\\u{10000}-\\u{10ffff}])";
const PART = `(?!${LEFT_OUT})[\\p{ID_Continue}$]`;
const IDENTIFIER = new RegExp(`^(?!${LEFT_OUT})[\\p{ID_Start}_$](?:${PART})*$`, "u");
const OTHERS = new RegExp(`(?:(?!${PART})[^])+`, "u");

/** Whether a name can be written unquoted in source. (It can still be a reserved word.) */
export function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name);
}

/** Joins the capitalized words of a text, without other characters: `simple-user` becomes `SimpleUser`. */
export function capitalWords(text: string): string {
  return text
    .split(OTHERS)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** Makes an identifier from the words of a text. */
export function identifierOf(text: string): string {
  const joined = capitalWords(text);
  return isIdentifier(joined) ? joined : `Schema${joined}`;
}

/** Returns a name or, if it is taken, the name with the first free number from 2 on. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}

/** Prepares a text of the document for a block comment: on one line, and without the end of the comment. */
export function commentText(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll("*/", "*\\/").trim();
}
