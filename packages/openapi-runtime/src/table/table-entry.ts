import type { Member } from "./member.ts";

/**
 * What the operation table has for an operation; never when it has nothing.
 * @typeParam Api - the operation table
 */
export type TableEntry<Api, Id> = Member<Member<Api, "operations">, Id>;

/** The same, for a method and a path. */
export type TableEntryAt<Api, Method, Path> = Api extends { readonly operations: infer Operations }
  ? {
      [Id in keyof Operations]: Operations[Id] extends { readonly method: Method; readonly path: Path }
        ? Operations[Id]
        : never;
    }[keyof Operations]
  : never;
