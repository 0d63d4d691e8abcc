// Names of ECMAScript (13.1), in the Basic Multilingual Plane: older targets read no others. Joiners are left out, since
// names that differ in nothing else look the same.
const LEFT_OUT = "(?:\\u200c|\\u200d|[\\u{10000}-\\u{10ffff}])";
const PART = `(?!${LEFT_OUT})[\\p{ID_Continue}$]`;
const IDENTIFIER = new RegExp(`^(?!${LEFT_OUT})[\\p{ID_Start}_$](?:${PART})*$`, "u");
const OTHERS = new RegExp(`(?:(?!${PART})[^])+`, "u");

/** Whether a name can stand in source as it is. (It can still be a word of the language.) */
export function isIdentifier(name: string): boolean {
  return IDENTIFIER.test(name);
}

/** The words of a text in capitals, without what no identifier has: `simple-user` is `SimpleUser`. */
export function capitalWords(text: string): string {
  return text
    .split(OTHERS)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** An identifier of the words of a text. */
export function identifierOf(text: string): string {
  const joined = capitalWords(text);
  return isIdentifier(joined) ? joined : `Schema${joined}`;
}

/** A name, or the name with the first free number from 2 on behind it. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}${number}`)) number += 1;
  return `${name}${number}`;
}

/** Text of a document for the inside of a block comment: on one line, and without the end of the comment. */
export function commentText(text: string): string {
  return text.replaceAll(/\s+/g, " ").replaceAll("*/", "*\\/").trim();
}
