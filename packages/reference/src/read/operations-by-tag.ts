import { asList, isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { ReferenceOperation } from "./read-reference.ts";
import { textOf } from "./text-of.ts";

/** A group of operations. */
export interface TagGroup {
  readonly name: string;
  readonly description: string;
  readonly operations: readonly ReferenceOperation[];
}

/** Groups operations by their first tag, in the order of the document's tags; untagged ones come last, as "Other". */
export function operationsByTag(
  document: JsonObject,
  operations: readonly ReferenceOperation[],
): readonly TagGroup[] {
  const tagOf = ({ described }: ReferenceOperation): string =>
    textOf(Array.isArray(described.tags) ? described.tags[0] : undefined) || "Other";
  const declared = asList(document.tags).filter(isJsonObject);
  const descriptions = new Map(declared.map((tag) => [textOf(tag.name), textOf(tag.description)]));
  return [...new Set([...descriptions.keys(), ...operations.map(tagOf)])]
    .map((name) => ({
      name,
      description: descriptions.get(name) ?? "",
      operations: operations.filter((operation) => tagOf(operation) === name),
    }))
    .filter((group) => group.operations.length > 0);
}
