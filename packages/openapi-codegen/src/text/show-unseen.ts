import { escapeCharacter, unseen } from "@np6/openapi-document";

/**
 * Writes the control characters, line separators and direction marks of generated source as escapes. Such characters can
 * only stand in strings, where the escape means the same, and in comments. So what a reviewer sees is what a compiler reads.
 */
export function showUnseen(source: string): string {
  return source.replaceAll(unseen, (character) =>
    character === "\n" || character === "\t" ? character : escapeCharacter(character),
  );
}
