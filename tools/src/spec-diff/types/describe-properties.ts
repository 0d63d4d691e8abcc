import ts from "typescript5";
import { unionMembers } from "./union-members.ts";

/** A property as a caller or reader meets it. */
export interface TypeProperty {
  readonly optional: boolean;
  /** May still have the `undefined` of an optional property, when it is a union of several others. */
  readonly type: ts.Type;
}

/** The properties that a type names. One that can only be `never` is how generated types say that there is none. */
export function describeProperties(checker: ts.TypeChecker, type: ts.Type): Map<string, TypeProperty> {
  const properties = new Map<string, TypeProperty>();
  for (const symbol of checker.getPropertiesOfType(type)) {
    const declared = checker.getTypeOfSymbol(symbol);
    const [first, ...others] = unionMembers(declared);
    if (first === undefined || (first.flags & ts.TypeFlags.Never) !== 0) continue;
    const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
    properties.set(symbol.name, { optional, type: others.length === 0 ? first : declared });
  }
  return properties;
}
