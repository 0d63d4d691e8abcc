import ts from "typescript5";
import { describeProperties } from "./describe-properties.ts";

/**
 * Whether a type is the arm by which generated types say that a server may send a value which the document does not name
 * yet: the template literal `${string} (unrecognized)`. A reader that compiles beside it has dealt with other values.
 */
export function isUnknownArm(type: ts.Type): boolean {
  if ((type.flags & ts.TypeFlags.TemplateLiteral) === 0) return false;
  return (type as ts.TemplateLiteralType).texts.at(-1) === " (unrecognized)";
}

/** Whether a member of a union is a value or variant that code may name: not `null`, and no arm for unknown ones. */
export function isNameable(checker: ts.TypeChecker, type: ts.Type): boolean {
  if ((type.flags & ts.TypeFlags.Null) !== 0 || isUnknownArm(type)) return false;
  return [...describeProperties(checker, type).values()].every((property) => !isUnknownArm(property.type));
}
