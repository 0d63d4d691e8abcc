import type { NamedExample } from "@np6/openapi-document";
import { blocks, fenced, folded } from "./block.ts";
import { code } from "./inline.ts";
import { sourceNote, withSource } from "./source.ts";

/** What an example is called, and where it comes from. */
export function exampleTitle({ summary, name, described }: NamedExample): string {
  return withSource(summary ?? name ?? "an example", described);
}

/** What an example says of itself: what is invented or guessed in it. */
export function exampleNotes({ described }: NamedExample): string {
  return blocks(String(described.description ?? "").trim(), sourceNote(described));
}

/**
 * An example of a body, folded.
 * @param prefer - how to have the mock give it
 */
export function example(given: NamedExample, prefer?: string): string {
  const { summary, name } = given;
  return folded(
    `Example: ${summary ?? name ?? "without a name"}`,
    blocks(
      [withSource("", given.described), prefer && `In the mock: ${preferHeader(prefer)}`]
        .filter(Boolean)
        .join(" · "),
      exampleNotes(given),
      fenced("json", JSON.stringify(given.value, null, 2)),
    ),
  );
}

/** The header that asks the mock for an answer. */
export function preferHeader(value: string): string {
  return code(`Prefer: ${value}`);
}
