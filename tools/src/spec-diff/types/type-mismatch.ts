/**
 * One step into a type: a property by its name, the elements of an array, the values of an open object, or a variant of a
 * union, by the values of its properties that are fixed.
 */
export type TypeStep =
  | { readonly property: string }
  | { readonly variant: readonly string[] }
  | "element"
  | "value";

/** Why a value of the one type does not serve where the other is expected. */
export interface TypeMismatch {
  /**
   * - `missing`: the expected type has this property and the given one does not
   * - `optional`: the given type may leave out what the expected one demands
   * - `unexpected`: the given type has this property and the expected one takes no such
   * - `type`: neither can be told apart further: the types differ
   * - `lost`: a variant or value that the expected type names is never given
   */
  readonly kind: "missing" | "optional" | "unexpected" | "type" | "lost";
  /** From the compared types to where they differ. */
  readonly steps: readonly TypeStep[];
  /** The two types where they differ, as TypeScript writes them. */
  readonly given: string;
  readonly expected: string;
}
