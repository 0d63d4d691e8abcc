import ts from "typescript";
import { fieldName, isOfUnknown } from "../schema-types/merge-object-types.ts";

const { factory } = ts;

/** An object type as an interface declares it. */
export interface InterfaceShape {
  readonly heritage: readonly ts.HeritageClause[];
  readonly members: readonly ts.TypeElement[];
}

interface Parts {
  readonly bases: readonly string[];
  readonly members: readonly ts.TypeElement[];
}

/**
 * Converts a named type into an interface, because editors show an interface's name instead of its content.
 * @param name of the type
 * @param bodies types by name, including the bases of the type
 * @returns undefined for a type that has to stay an alias: it is not an object type, or its bases and members could
 *   conflict
 */
export function interfaceOf(
  name: string,
  bodies: ReadonlyMap<string, ts.TypeNode>,
): InterfaceShape | undefined {
  const parts = partsOf(bodies.get(name));
  if (parts === undefined || fieldsOf(name, bodies, []) === undefined) return undefined;
  const types = parts.bases.map((base) =>
    factory.createExpressionWithTypeArguments(factory.createIdentifier(base), undefined),
  );
  const heritage =
    types.length === 0 ? [] : [factory.createHeritageClause(ts.SyntaxKind.ExtendsKeyword, types)];
  return { heritage, members: parts.members };
}

/** Splits an object type, or an intersection of object types, into bases and own members. */
function partsOf(type: ts.TypeNode | undefined): Parts | undefined {
  if (type === undefined) return undefined;
  if (ts.isTypeLiteralNode(type)) return { bases: [], members: [...type.members] };
  if (!ts.isIntersectionTypeNode(type)) return undefined;
  const bases: string[] = [];
  const members: ts.TypeElement[] = [];
  for (const part of type.types) {
    if (ts.isTypeLiteralNode(part)) members.push(...part.members);
    else if (ts.isTypeReferenceNode(part) && ts.isIdentifier(part.typeName) && !part.typeArguments)
      bases.push(part.typeName.text);
    else return undefined;
  }
  // An index signature of one part restricts the fields of all parts, which an interface cannot express.
  const isTyped = members.some((member) => ts.isIndexSignatureDeclaration(member) && !isOfUnknown(member));
  return isTyped && type.types.length > 1 ? undefined : { bases, members };
}

/** Lists all fields, those of bases first; undefined when the type cannot be an interface. */
function fieldsOf(
  name: string,
  bodies: ReadonlyMap<string, ts.TypeNode>,
  above: readonly string[],
): readonly string[] | undefined {
  const parts = partsOf(bodies.get(name));
  if (parts === undefined || above.includes(name)) return undefined;
  const inherits = parts.bases.length > 0 || above.length > 0;
  const signatures = parts.members.filter(ts.isIndexSignatureDeclaration);
  if (signatures.length > 1 || (inherits && !signatures.every(isOfUnknown))) return undefined;
  const inherited = parts.bases.map((base) => fieldsOf(base, bodies, [...above, name]));
  const all = [
    ...inherited.flat(),
    ...parts.members.flatMap((member) => (member.name === undefined ? [] : [fieldName(member)])),
  ];
  if (all.includes(undefined) || inherited.includes(undefined)) return undefined;
  const fields = all as string[];
  return new Set(fields).size === fields.length ? fields : undefined;
}
