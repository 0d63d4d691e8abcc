import { addJSDocComment } from "openapi-typescript";
import ts from "typescript";
import { isRecord, type JsonObject } from "../is-record.ts";

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
    const { summary, description, deprecated } = operation;
    addJSDocComment({ summary, description, deprecated } as Parameters<typeof addJSDocComment>[0], member);
  }
}

function operationsOf(document: JsonObject): JsonObject[] {
  if (!isRecord(document.paths)) return [];
  return Object.values(document.paths)
    .flatMap((item) => (isRecord(item) ? Object.values(item) : []))
    .filter((value): value is JsonObject => isRecord(value) && typeof value.operationId === "string");
}
