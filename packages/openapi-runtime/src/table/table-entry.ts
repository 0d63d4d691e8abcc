/**
 * The entry of the operation table for an operation; `never` when there is none.
 * @typeParam Api - the operation table
 */
export type TableEntry<Api, Id> = Member<Member<Api, "operations">, Id>;

/** The entry of the operation table for a method and a path. */
export type TableEntryAt<Api, Method, Path> = Api extends { readonly operations: infer Operations }
  ? {
      [Id in keyof Operations]: Operations[Id] extends { readonly method: Method; readonly path: Path }
        ? Operations[Id]
        : never;
    }[keyof Operations]
  : never;

/**
 * The type of a member; `never` when there is none. TypeScript evaluates a look-up when the key is known. It evaluates
 * `infer` at once, before a call by path determines its operation.
 */
export type Member<Whole, Key> = Whole[Key & keyof Whole];

/**
 * The responses of an operation in the operation table: the media types of each status, in the order of the spec. Only
 * a table that is a constant has an order; any other table has lists without one.
 * @typeParam Entry - the operation's entry in the table
 */
export type DeclaredAnswers<Entry> = Member<Entry, "responses">;

/**
 * The default media type of an operation's body: the first that the spec declares. Only a table that is a constant has
 * it; for any other table it is `unknown`, which allows every media type.
 * @typeParam Entry - the operation's entry in the table
 */
export type FirstRequestMediaType<Entry> =
  Member<Entry, "requestBody"> extends { readonly mediaTypes: readonly [infer First, ...unknown[]] }
    ? First
    : unknown;
