import ts from "typescript";

/**
 * Merges the object types of an intersection into one. openapi-typescript writes an index signature beside the fields
 * (`{ … } & { [key: string]: unknown }`); a single object type reads better and can be an interface. The merge never
 * changes the meaning: an index signature of `unknown` accepts every field, another one might not.
 */
export function mergeObjectTypes(intersection: ts.IntersectionTypeNode): ts.TypeNode {
  const literals = intersection.types.filter(ts.isTypeLiteralNode);
  const members = literals.flatMap((literal) => [...literal.members]);
  const fields = members.flatMap((member) => (member.name === undefined ? [] : [fieldName(member)]));
  const signatures = members.filter(ts.isIndexSignatureDeclaration);
  const mergeable =
    literals.length > 1 && new Set(fields).size === fields.length && signatures.every(isOfUnknown);
  if (!mergeable) return intersection;
  // Equal signatures, or one for all names, become a single one.
  const signature = signatures.find(isOfAllNames) ?? signatures[0];
  const ordered = [
    ...members.filter((member) => !ts.isIndexSignatureDeclaration(member)),
    ...(signature === undefined ? [] : [signature]),
  ];
  const merged = ts.factory.createTypeLiteralNode(ordered);
  const [first] = literals;
  const types = intersection.types.flatMap((type) => {
    if (type === first) return [merged];
    return ts.isTypeLiteralNode(type) ? [] : [type];
  });
  return types.length === 1 && types[0] !== undefined
    ? types[0]
    : ts.factory.createIntersectionTypeNode(types);
}

/** Whether an index signature allows any value, so that no field can contradict it. */
export function isOfUnknown(signature: ts.IndexSignatureDeclaration): boolean {
  return signature.type.kind === ts.SyntaxKind.UnknownKeyword;
}

function isOfAllNames({ parameters: [key] }: ts.IndexSignatureDeclaration): boolean {
  return key?.type?.kind === ts.SyntaxKind.StringKeyword;
}

/** Returns a field's name without quotes; an empty string for an index signature. */
export function fieldName({ name }: ts.TypeElement): string {
  const isPlain = name && (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name));
  return isPlain ? name.text : "";
}
