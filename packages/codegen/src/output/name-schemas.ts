import ts from "typescript";
import { interfaceOf } from "./interface-of.ts";
import { mergeObjectTypes } from "./merge-object-types.ts";
import { readableComment } from "./readable-comment.ts";
import { typeNamesFor } from "./type-name.ts";
import { declarations, typeNames, undescribedField, undescribedFields } from "./unrecognized.ts";

const { factory } = ts;

/** The declarations of a types file. */
export interface NamedSchemas {
  readonly nodes: ts.Node[];
  /** Type names by schema. */
  readonly names: ReadonlyMap<string, string>;
  /** The marker types that are referred to. */
  readonly used: ReadonlySet<string>;
}

/**
 * Gives every component schema a declaration of its own, with its description, and makes all types refer to it by name: an
 * editor then shows `WorkflowNode`, where openapi-typescript's own output would show the whole of it.
 *
 * @param nodes what openapi-typescript made of a document
 * @returns the same, with the named types behind `components`, whose members refer to them
 */
export function nameSchemas(nodes: readonly ts.Node[]): NamedSchemas {
  const schemas = schemaMembers(nodes).filter(({ name }) => !(name in typeNames));
  const names = typeNamesFor(schemas.map(({ name }) => name));
  const used = new Set<string>();

  const visit = (node: ts.Node): ts.Node => {
    const schema = referredSchema(node);
    if (schema !== undefined) {
      const marker = typeNames[schema];
      if (marker !== undefined) used.add(marker);
      return factory.createTypeReferenceNode(marker ?? names.get(schema) ?? schema);
    }
    if (ts.isIndexSignatureDeclaration(node) && referredSchema(node.type) === undescribedField) {
      used.add(typeNames[undescribedField] ?? "");
      return undescribedFields();
    }
    const visited = ts.visitEachChild(node, visit, undefined);
    // The factory puts parentheses back where they are needed.
    if (ts.isParenthesizedTypeNode(visited)) return visited.type;
    if (ts.isUnionTypeNode(visited)) return flattened(visited);
    if (ts.isIntersectionTypeNode(visited)) return mergeObjectTypes(visited);
    if (ts.isPropertySignature(visited)) tidyComments(visited);
    return visited;
  };

  const bodies = new Map<string, ts.TypeNode>();
  for (const { name, type } of schemas)
    bodies.set(names.get(name) ?? name, ts.visitNode(type, visit) as ts.TypeNode);
  const declared = schemas.map(({ name, member }) => declare(names.get(name) ?? name, bodies, member));
  const rest = nodes.flatMap((node) => {
    if (!isComponents(node)) return [visitTop(node, visit)];
    return [visitTop(withReferences(node, names), visit), ...declared];
  });
  return { nodes: rest, names, used };
}

/** The source of the marker types that were used. */
export function markerDeclarations(used: ReadonlySet<string>): string {
  return [...used]
    .sort()
    .map((name) => `\n${declarations[name] ?? ""}`)
    .join("");
}

/** A union of unions as one. */
function flattened(union: ts.UnionTypeNode): ts.UnionTypeNode {
  const types = union.types.flatMap((type) => {
    const inner = ts.isParenthesizedTypeNode(type) ? type.type : type;
    return ts.isUnionTypeNode(inner) ? [...inner.types] : [type];
  });
  return types.length === union.types.length ? union : factory.createUnionTypeNode(types);
}

function visitTop(node: ts.Node, visit: (node: ts.Node) => ts.Node): ts.Node {
  return ts.visitEachChild(node, visit, undefined);
}

function isComponents(node: ts.Node): node is ts.InterfaceDeclaration {
  return ts.isInterfaceDeclaration(node) && node.name.text === "components";
}

interface SchemaMember {
  readonly name: string;
  readonly type: ts.TypeNode;
  readonly member: ts.PropertySignature;
}

function schemaMembers(nodes: readonly ts.Node[]): SchemaMember[] {
  const schemas = nodes.find(isComponents)?.members.find((member) => nameOf(member) === "schemas");
  if (schemas === undefined || !ts.isPropertySignature(schemas) || schemas.type === undefined) return [];
  if (!ts.isTypeLiteralNode(schemas.type)) return [];
  return schemas.type.members.flatMap((member) => {
    const name = nameOf(member);
    if (name === undefined || !ts.isPropertySignature(member) || member.type === undefined) return [];
    return [{ name, type: member.type, member }];
  });
}

function nameOf({ name }: ts.TypeElement): string | undefined {
  if (name === undefined) return undefined;
  return ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name)
    ? name.text
    : undefined;
}

/** `components` with a name for each schema in the place of its type. */
function withReferences(
  components: ts.InterfaceDeclaration,
  names: ReadonlyMap<string, string>,
): ts.InterfaceDeclaration {
  const members = components.members.map((member) => {
    if (nameOf(member) !== "schemas" || !ts.isPropertySignature(member)) return member;
    const references = [...names].map(([schema, name]) =>
      factory.createPropertySignature(
        undefined,
        /^[A-Za-z_$][\w$]*$/.test(schema) ? schema : factory.createStringLiteral(schema),
        undefined,
        factory.createTypeReferenceNode(name),
      ),
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

function declare(
  name: string,
  bodies: ReadonlyMap<string, ts.TypeNode>,
  member: ts.PropertySignature,
): ts.Statement {
  const exported = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  const shape = interfaceOf(name, bodies);
  const declaration =
    shape === undefined
      ? factory.createTypeAliasDeclaration(exported, name, undefined, bodies.get(name) as ts.TypeNode)
      : factory.createInterfaceDeclaration(exported, name, undefined, shape.heritage, shape.members);
  ts.setSyntheticLeadingComments(declaration, ts.getSyntheticLeadingComments(member));
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

/** The schema that `components["schemas"]["…"]` names. */
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
