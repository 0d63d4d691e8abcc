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
 * How a named type is written as an interface, whose name editors show instead of its content.
 *
 * @param name of the type
 * @param bodies types by name; what the type extends is looked up there
 * @returns undefined when it has to stay an alias: it is no object type, or its bases and members could contradict each other
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

/** The bases and own members of an object type or an intersection of some. */
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
  // What one part says of all fields is a rule for those of the others, which an interface has no words for.
  const isTyped = members.some((member) => ts.isIndexSignatureDeclaration(member) && !isOfUnknown(member));
  return isTyped && type.types.length > 1 ? undefined : { bases, members };
}

/** All fields, those of bases first; undefined when the type cannot be an interface. */
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
    ...parts.members.flatMap((member) => (member.name === undefined ? [] : [fieldName(member.name)])),
  ];
  if (all.includes(undefined) || inherited.includes(undefined)) return undefined;
  const fields = all as string[];
  return new Set(fields).size === fields.length ? fields : undefined;
}
