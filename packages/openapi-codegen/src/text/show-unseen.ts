import { escapeCharacter, unseen } from "@np6/openapi-document";

/**
 * Escapes control characters, line separators and direction marks of generated source. They occur in comments and
 * strings only; in strings, the escape has the same value. So reviewers see exactly the code that compilers read.
 */
export function showUnseen(source: string): string {
  return source.replaceAll(unseen, (character) =>
    character === "\n" || character === "\t" ? character : escapeCharacter(character),
  );
}
