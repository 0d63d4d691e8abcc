/**
 * The signature of a client's method for each operation; `@np6/api-client` is typed by them. There is no code to run in
 * here.
 */
// The names come from the document: an operation that is added to it must not need a line here.
export type * from "./generated/methods.gen.ts";
