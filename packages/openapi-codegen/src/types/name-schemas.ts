import ts from "typescript";
import { fieldName, mergeObjectTypes } from "../schema-types/merge-object-types.ts";
import { declarations } from "../schema-types/unrecognized.ts";
import { readableComment } from "../text/readable-comment.ts";
import { interfaceOf } from "./interface-of.ts";

const { factory } = ts;

/** A type that is exported under its own name. */
export interface NamedType {
  readonly name: string;
  readonly type: ts.TypeNode;
  /** Name of the component schema; absent for a schema inside another one. */
  readonly schema?: string;
  /** The comment above it, without its delimiters. */
  readonly comment: string | undefined;
}

/**
 * Gives every component schema its own declaration with its description, and makes all types refer to it by name.
 * Editors then show `WorkflowNode`, where openapi-typescript's own output would show the whole type.
 *
 * @param nodes output of openapi-typescript for a document with placeholders for schemas
 * @param named the types that are exported under their own names
 * @param typeAt the type that a placeholder represents; `undefined` for other strings
 * @returns the nodes with the named types after `components`, whose members refer to them
 */
export function nameSchemas(
  nodes: readonly ts.Node[],
  named: readonly NamedType[],
  typeAt: (placeholder: string) => ts.TypeNode | undefined,
): ts.Node[] {
  const visit = (node: ts.Node): ts.Node => {
    const placeholder = referredSchema(node);
    const type = placeholder === undefined ? undefined : typeAt(placeholder);
    if (type !== undefined) return ts.visitNode(type, visit) as ts.Node;
    const visited = ts.visitEachChild(node, visit, undefined);
    // The factory adds parentheses again where they are needed.
    if (ts.isParenthesizedTypeNode(visited)) return visited.type;
    if (ts.isUnionTypeNode(visited)) return flattened(visited);
    if (ts.isIntersectionTypeNode(visited)) return mergeObjectTypes(visited);
    if (ts.isPropertySignature(visited)) tidyComments(visited);
    return visited;
  };

  const bodies = new Map<string, ts.TypeNode>();
  for (const { name, type } of named) bodies.set(name, ts.visitNode(type, visit) as ts.TypeNode);
  const declared = named.map((type) => declare(type, bodies));
  return nodes.flatMap((node) => {
    if (!isInterface(node, "components")) return [ts.visitEachChild(node, visit, undefined)];
    return [ts.visitEachChild(withReferences(node, named), visit, undefined), ...declared];
  });
}

/** Returns the source of the marker types that are used. */
export function markerDeclarations(used: ReadonlySet<string>): string {
  return [...used]
    .sort()
    .map((name) => `\n${declarations[name] ?? ""}`)
    .join("");
}

/** Flattens a union of unions. */
function flattened(union: ts.UnionTypeNode): ts.UnionTypeNode {
  const types = union.types.flatMap((type) => {
    const inner = ts.isParenthesizedTypeNode(type) ? type.type : type;
    return ts.isUnionTypeNode(inner) ? [...inner.types] : [type];
  });
  return types.length === union.types.length ? union : factory.createUnionTypeNode(types);
}

/** Whether a node is the interface of a given name. */
export function isInterface(node: ts.Node, name: string): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === name;
}

/** Returns `components` with the names of the types as its `schemas`. */
function withReferences(
  components: ts.InterfaceDeclaration,
  named: readonly NamedType[],
): ts.InterfaceDeclaration {
  const members = components.members.map((member) => {
    if (fieldName(member) !== "schemas" || !ts.isPropertySignature(member)) return member;
    const references = named.flatMap(({ schema, name }) =>
      schema === undefined
        ? []
        : [
            factory.createPropertySignature(
              undefined,
              /^[A-Za-z_$][\w$]*$/.test(schema) ? schema : factory.createStringLiteral(schema),
              undefined,
              factory.createTypeReferenceNode(name),
            ),
          ],
    );
    const type =
      references.length === 0
        ? factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword)
        : factory.createTypeLiteralNode(references);
    return factory.updatePropertySignature(member, member.modifiers, member.name, member.questionToken, type);
  });
  const { modifiers, name, typeParameters, heritageClauses } = components;
  return factory.updateInterfaceDeclaration(
    components,
    modifiers,
    name,
    typeParameters,
    heritageClauses,
    members,
  );
}

function declare({ name, comment }: NamedType, bodies: ReadonlyMap<string, ts.TypeNode>): ts.Statement {
  const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const shape = interfaceOf(name, bodies);
  const declaration =
    shape === undefined
      ? factory.createTypeAliasDeclaration(exported, name, undefined, bodies.get(name) as ts.TypeNode)
      : factory.createInterfaceDeclaration(exported, name, undefined, shape.heritage, shape.members);
  if (comment !== undefined)
    ts.addSyntheticLeadingComment(declaration, ts.SyntaxKind.MultiLineCommentTrivia, comment, true);
  tidyComments(declaration);
  return declaration;
}

function tidyComments(node: ts.Node): void {
  const comments = ts.getSyntheticLeadingComments(node);
  if (comments === undefined) return;
  const tidied = comments.map((comment) => ({ ...comment, text: readableComment(comment.text) }));
  ts.setSyntheticLeadingComments(
    node,
    tidied.filter(({ text }) => text !== ""),
  );
}

/** Returns the schema name in `components["schemas"]["…"]`. */
function referredSchema(node: ts.Node): string | undefined {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isIndexedAccessTypeNode(node.objectType)) return undefined;
  const { objectType, indexType } = node.objectType;
  if (!ts.isTypeReferenceNode(objectType) || !ts.isIdentifier(objectType.typeName)) return undefined;
  if (objectType.typeName.text !== "components" || literalText(indexType) !== "schemas") return undefined;
  return literalText(node.indexType);
}

function literalText(node: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : undefined;
}
