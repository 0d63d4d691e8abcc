import type { Member } from "./member.ts";

/**
 * The media type that an operation's body has by default: the first that the spec declares. Only a table that is a
 * constant knows; of any other it is `unknown`, which stands for every one.
 * @typeParam Api - the operation table
 */
export type FirstRequestMediaType<Api, Id> =
  Member<Member<Member<Member<Api, "operations">, Id>, "requestBody">, "mediaTypes"> extends readonly [
    infer First,
    ...unknown[],
  ]
    ? First
    : unknown;

/** The operationId that the table has for a method and a path; never when it has none. */
export type OperationIdAt<Api, Method, Path> = Api extends { readonly operations: infer Operations }
  ? {
      [Id in keyof Operations]: Operations[Id] extends { readonly method: Method; readonly path: Path }
        ? Id
        : never;
    }[keyof Operations]
  : never;
