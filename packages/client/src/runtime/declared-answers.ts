import type { Member } from "./member.ts";

/**
 * What the operation table has for an operation's answers: the media types of each status, in the order of the spec. Only a
 * table that is a constant knows; any other has lists without an order.
 * @typeParam Api - the operation table
 */
export type DeclaredAnswers<Api, Id> = Member<Member<Member<Api, "operations">, Id>, "responses">;
