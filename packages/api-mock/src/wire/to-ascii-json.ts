/** Writes JSON text in ASCII by escaping every other character, because a header cannot contain them. */
export function toAsciiJson(json: string): string {
  return json.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
