import type { Member } from "./member.ts";

/**
 * The media type that an operation's body has by default: the first that the spec declares. Only a table that is a
 * constant knows; of any other it is `unknown`, which stands for every one.
 * @typeParam Entry - what the table has for the operation
 */
export type FirstRequestMediaType<Entry> =
  Member<Entry, "requestBody"> extends { readonly mediaTypes: readonly [infer First, ...unknown[]] }
    ? First
    : unknown;
