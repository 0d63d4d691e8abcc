import type { Member } from "./member.ts";

/**
 * What the operation table has for an operation's answers: the media types of each status, in the order of the spec. Only a
 * table that is a constant knows; any other has lists without an order.
 * @typeParam Entry - what the table has for the operation
 */
export type DeclaredAnswers<Entry> = Member<Entry, "responses">;
