/**
 * What a type has under a key; never when it has none. A look-up waits until the key is known. A match with `infer` does not:
 * TypeScript makes it at once, before a call by path has said which operation it is.
 */
export type Member<Whole, Key> = Whole[Key & keyof Whole];
