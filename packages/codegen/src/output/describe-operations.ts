import ts from "typescript";
import { isRecord, type JsonObject } from "../is-record.ts";
import { operationComment } from "./operation-comment.ts";

/**
 * Writes summary, description and deprecation of every operation above its member of `operations`. openapi-typescript
 * writes them above the members of `paths` only, and a client's methods are made of `operations`: without this an editor
 * would neither describe such a method nor strike it through.
 *
 * @param nodes what openapi-typescript made of the document; changed in place
 * @param document the document that they were made of, in which every operation has an operationId
 */
export function describeOperations(nodes: readonly ts.Node[], document: JsonObject): void {
  const described = new Map(operationsOf(document).map((operation) => [operation.operationId, operation]));
  const operations = nodes.find(
    (node): node is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(node) && node.name.text === "operations",
  );
  for (const member of operations?.members ?? []) {
    if (!ts.isPropertySignature(member)) continue;
    const { name } = member;
    const operation = described.get(
      ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : undefined,
    );
    if (operation === undefined) continue;
    const text = operationComment(operation);
    if (text === undefined) continue;
    ts.addSyntheticLeadingComment(member, ts.SyntaxKind.MultiLineCommentTrivia, text, true);
  }
}

function operationsOf(document: JsonObject): JsonObject[] {
  if (!isRecord(document.paths)) return [];
  return Object.values(document.paths)
    .flatMap((item) => (isRecord(item) ? Object.values(item) : []))
    .filter((value): value is JsonObject => isRecord(value) && typeof value.operationId === "string");
}
