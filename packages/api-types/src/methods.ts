/**
 * The signature of a client's method for each operation; they are the types of `@np6/api-client`. This entry has no
 * code.
 */
// A star export, because the names come from the document: a new operation must not need a line here.
export type * from "./generated/methods.gen.ts";
