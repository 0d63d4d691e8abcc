import ts from "typescript";

const { factory } = ts;

/** `unknown`: any value. */
export const anyValue: ts.TypeNode = factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword);
/** `never`: no value. */
export const noValue: ts.TypeNode = factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword);

/** Makes a union; duplicates and `never` are left out. */
export function unionOf(types: readonly ts.TypeNode[]): ts.TypeNode {
  const parts = types.flatMap((type) => (ts.isUnionTypeNode(type) ? [...type.types] : [type]));
  if (parts.some(isAnyValue)) return anyValue;
  const unique = withoutDuplicates(parts.filter(({ kind }) => kind !== ts.SyntaxKind.NeverKeyword));
  return unique.length > 1 ? factory.createUnionTypeNode(unique) : (unique[0] ?? noValue);
}

/** Makes an intersection; `unknown` is left out. */
export function intersectionOf(types: readonly ts.TypeNode[]): ts.TypeNode {
  const parts = types.flatMap((type) => (ts.isIntersectionTypeNode(type) ? [...type.types] : [type]));
  if (parts.some(({ kind }) => kind === ts.SyntaxKind.NeverKeyword)) return noValue;
  const unique = withoutDuplicates(parts.filter((type) => !isAnyValue(type)));
  return unique.length > 1 ? factory.createIntersectionTypeNode(unique) : (unique[0] ?? anyValue);
}

/** Whether a type is `unknown`. */
export function isAnyValue({ kind }: ts.TypeNode): boolean {
  return kind === ts.SyntaxKind.UnknownKeyword;
}

/** Removes duplicate keywords, literals and names; other types are compared by identity. */
function withoutDuplicates(types: readonly ts.TypeNode[]): ts.TypeNode[] {
  const known = new Map<unknown, ts.TypeNode>();
  for (const type of types) {
    const key = keyOf(type);
    if (!known.has(key)) known.set(key, type);
  }
  return [...known.values()];
}

function keyOf(type: ts.TypeNode): unknown {
  const node: ts.Node = ts.isLiteralTypeNode(type) ? type.literal : type;
  // openapi-typescript writes a string literal as an identifier.
  if (ts.isIdentifier(node)) return `literal ${node.text}`;
  if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName) && node.typeArguments === undefined)
    return `name ${node.typeName.text}`;
  if (ts.isNumericLiteral(node)) return `number ${node.text}`;
  const isKeyword = node.kind >= ts.SyntaxKind.FirstKeyword && node.kind <= ts.SyntaxKind.LastKeyword;
  return isKeyword ? node.kind : type;
}
