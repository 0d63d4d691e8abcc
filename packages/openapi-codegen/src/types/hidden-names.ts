import { isJsonObject, listOperations } from "@np6/openapi-document";
import ts from "typescript";
import { fieldName } from "../schema-types/merge-object-types.ts";

type MutableObject = Record<string, unknown>;

const { factory } = ts;

/** A method that openapi-typescript does not support, and the path that holds its operation in the meantime. */
interface HiddenMethod {
  readonly path: string;
  readonly member: string;
  readonly standIn: string;
}

/** Placeholders in the document for names that openapi-typescript would change or reject. */
export interface HiddenNames {
  /** Operation names by placeholder. */
  readonly operations: ReadonlyMap<string, string>;
  readonly methods: readonly HiddenMethod[];
}

/** openapi-typescript writes "/" for "#" in an operationId, and its references decode escapes in other names. */
const PLAIN = /^[A-Za-z_][\w.-]*$/;

/**
 * Replaces, in place, the parts that openapi-typescript does not support. These are operations of unknown methods
 * (QUERY and `additionalOperations` of OpenAPI 3.2), and operationIds that it would change.
 *
 * @param document a copy, in which every operation has its name as operationId
 */
export function hideNames(document: MutableObject): HiddenNames {
  const operations = new Map<string, string>();
  const methods: HiddenMethod[] = [];
  const paths = isJsonObject(document.paths) ? (document.paths as MutableObject) : {};
  const listed = listOperations(document, []);
  for (const [index, { path, method, operation, pathItem, operationPointer }] of listed.entries()) {
    const name = String(operation.operationId);
    if (!PLAIN.test(name) || name in {}) {
      const standIn = `np6-codegen.operation.${index}`;
      operations.set(standIn, name);
      (operation as MutableObject).operationId = standIn;
    }
    const member = operationPointer.includes("/additionalOperations/") ? method : method.toLowerCase();
    if (KNOWN.has(member)) continue;
    const standIn = `/np6-codegen.method.${index}`;
    methods.push({ path, member, standIn });
    paths[standIn] = { parameters: pathItem.parameters ?? [], get: operation };
  }
  return { operations, methods };
}

const KNOWN = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/** Restores the original names in the output of openapi-typescript. */
export function restoreNames(nodes: readonly ts.Node[], hidden: HiddenNames): ts.Node[] {
  if (hidden.operations.size === 0 && hidden.methods.length === 0) return [...nodes];
  const rename = (node: ts.Node): ts.Node => {
    if (ts.isStringLiteral(node)) {
      const name = hidden.operations.get(node.text);
      return name === undefined ? node : factory.createStringLiteral(name);
    }
    const comments = ts.getSyntheticLeadingComments(node);
    const visited = ts.visitEachChild(node, rename, undefined);
    return visited === node ? node : ts.setSyntheticLeadingComments(visited, comments);
  };
  return nodes.map((node) => withMethods(rename(node), hidden.methods));
}

/** Moves operations from their placeholder paths to their own paths. */
function withMethods(node: ts.Node, methods: readonly HiddenMethod[]): ts.Node {
  if (!ts.isInterfaceDeclaration(node) || node.name.text !== "paths" || methods.length === 0) return node;
  const byPath = new Map(node.members.map((member) => [fieldName(member), member]));
  const standIns = new Set(methods.map(({ standIn }) => standIn));
  const members = node.members
    .filter((member) => !standIns.has(fieldName(member)))
    .map((member) => {
      const own = methods.filter(({ path }) => path === fieldName(member));
      if (own.length === 0 || !isObject(member)) return member;
      const added = own.flatMap(({ member: name, standIn }) => {
        const from = byPath.get(standIn);
        const operation = isObject(from)
          ? from.type.members.find((one) => fieldName(one) === "get")
          : undefined;
        if (operation === undefined || !ts.isPropertySignature(operation)) return [];
        const named = factory.createStringLiteral(name);
        const property = factory.createPropertySignature(undefined, named, undefined, operation.type);
        return [ts.setSyntheticLeadingComments(property, ts.getSyntheticLeadingComments(operation))];
      });
      const { modifiers, questionToken } = member;
      const type = factory.createTypeLiteralNode([...member.type.members, ...added]);
      const updated = factory.createPropertySignature(modifiers, member.name, questionToken, type);
      return ts.setSyntheticLeadingComments(updated, ts.getSyntheticLeadingComments(member));
    });
  return factory.createInterfaceDeclaration(node.modifiers, node.name, undefined, undefined, members);
}

function isObject(
  member: ts.TypeElement | undefined,
): member is ts.PropertySignature & { readonly type: ts.TypeLiteralNode } {
  if (member === undefined || !ts.isPropertySignature(member)) return false;
  return member.type !== undefined && ts.isTypeLiteralNode(member.type);
}
