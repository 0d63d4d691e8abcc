import ts from "typescript5";
import { describeProperties } from "./describe-properties.ts";

/**
 * Which literals a type stands for that the document does not list, if it is the arm by which generated types say that a
 * server may send such: `${string} (unrecognized)` for texts, `number & { readonly unrecognized: true }` for numbers. A
 * reader that compiles beside it has dealt with other values.
 * @returns `undefined` for any other type
 */
export function unknownArm(
  type: ts.Type,
): ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral | undefined {
  if ((type.flags & ts.TypeFlags.TemplateLiteral) !== 0) {
    const suffix = (type as ts.TemplateLiteralType).texts.at(-1);
    return suffix === " (unrecognized)" ? ts.TypeFlags.StringLiteral : undefined;
  }
  const isNumber =
    type.isIntersection() && type.types.some(({ flags }) => (flags & ts.TypeFlags.Number) !== 0);
  return isNumber && type.getProperty("unrecognized") !== undefined ? ts.TypeFlags.NumberLiteral : undefined;
}

/** Whether a member of a union is a value or variant that code may name: not `null`, and no arm for unknown ones. */
export function isNameable(checker: ts.TypeChecker, type: ts.Type): boolean {
  if ((type.flags & ts.TypeFlags.Null) !== 0 || unknownArm(type) !== undefined) return false;
  if ((type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) === 0) return true;
  return [...describeProperties(checker, type).values()].every(
    (property) => unknownArm(property.type) === undefined,
  );
}
