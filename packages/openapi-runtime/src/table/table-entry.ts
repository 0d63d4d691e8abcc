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

/**
 * What a type has under a key; never when it has none. A look-up waits until the key is known. A match with `infer` does not:
 * TypeScript makes it at once, before a call by path has said which operation it is.
 */
export type Member<Whole, Key> = Whole[Key & keyof Whole];

/**
 * What the operation table has for an operation's answers: the media types of each status, in the order of the spec. Only a
 * table that is a constant knows; any other has lists without an order.
 * @typeParam Entry - what the table has for the operation
 */
export type DeclaredAnswers<Entry> = Member<Entry, "responses">;

/**
 * The media type that an operation's body has by default: the first that the spec declares. Only a table that is a
 * constant knows; of any other it is `unknown`, which stands for every one.
 * @typeParam Entry - what the table has for the operation
 */
export type FirstRequestMediaType<Entry> =
  Member<Entry, "requestBody"> extends { readonly mediaTypes: readonly [infer First, ...unknown[]] }
    ? First
    : unknown;
