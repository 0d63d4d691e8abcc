import { type JsonObject, listOperations, nameOperations } from "@np6/openapi-document";
import ts from "typescript";
import { fieldName } from "../schema-types/merge-object-types.ts";
import { commentOf } from "../text/comment-of.ts";
import { isInterface } from "./name-schemas.ts";

/**
 * Writes summary, description and deprecation of every operation above its member of `operations`. openapi-typescript
 * writes them above the members of `paths` only, but a client's methods derive from `operations`. Without this comment,
 * editors would neither describe such a method nor mark it as deprecated.
 *
 * @param nodes output of openapi-typescript; changed in place
 * @param document its input
 */
export function describeOperations(nodes: readonly ts.Node[], document: JsonObject): void {
  const described = new Map(
    nameOperations(listOperations(document, []), []).map(({ name, operation }) => [name, operation]),
  );
  const operations = nodes.find((node) => isInterface(node, "operations"));
  for (const member of operations?.members ?? []) {
    const { summary, description, deprecated } = described.get(fieldName(member)) ?? {};
    const text = commentOf({ summary, description, deprecated });
    if (text === undefined) continue;
    ts.addSyntheticLeadingComment(member, ts.SyntaxKind.MultiLineCommentTrivia, text, true);
  }
}
