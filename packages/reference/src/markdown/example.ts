import type { NamedExample } from "@np6/openapi-document";
import { blocks, fenced, folded } from "./block.ts";
import { code } from "./inline.ts";
import { sourceNote, withSource } from "./source.ts";

/** Returns the title of an example, with its source. */
export function exampleTitle({ summary, name, described }: NamedExample): string {
  return withSource(summary ?? name ?? "an example", described);
}

/** Returns the notes of an example, which state its invented or guessed parts. */
export function exampleNotes({ described }: NamedExample): string {
  return blocks(String(described.description ?? "").trim(), sourceNote(described));
}

/**
 * Makes an expandable example of a body.
 * @param prefer - the `Prefer` value with which the mock returns it
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

/** Makes the header that requests a response from the mock. */
export function preferHeader(value: string): string {
  return code(`Prefer: ${value}`);
}
