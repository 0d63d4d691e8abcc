import ts from "typescript5";

/** The members of a union, or the type itself; without `undefined`, which stands for a property that is not there. */
export function unionMembers(type: ts.Type): ts.Type[] {
  return (type.isUnion() ? type.types : [type]).filter(({ flags }) => (flags & ts.TypeFlags.Undefined) === 0);
}
