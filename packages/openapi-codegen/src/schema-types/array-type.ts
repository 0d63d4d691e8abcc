import { childPointer, type JsonObject } from "@np6/openapi-document";
import ts from "typescript";
import { CodegenError } from "../codegen-error.ts";
import { anyValue } from "./type-nodes.ts";

const { factory } = ts;

/** Number of elements after `prefixItems` that are written out; a longer tuple ends with a rest element. */
const WRITTEN_OUT = 16;

/**
 * Writes the type of the arrays that a schema describes. `prefixItems` make a tuple: elements after `minItems` are
 * optional, and elements of `items` follow, up to `maxItems`. Other arrays have no length in their type, because fixed
 * lengths make it hard to build an array step by step.
 *
 * @param render writes the type of an element
 */
export function arrayType(
  { prefixItems, items, minItems, maxItems }: JsonObject,
  pointer: string,
  render: (schema: unknown, pointer: string) => ts.TypeNode,
): ts.TypeNode {
  const itemsPointer = childPointer(pointer, "items");
  if (Array.isArray(items)) {
    const reason =
      "items must be a schema; JSON Schema 2020-12 writes the elements of a tuple as prefixItems";
    throw new CodegenError(reason, [{ pointer: itemsPointer }]);
  }
  const rest = items === undefined ? anyValue : render(items, itemsPointer);
  if (!Array.isArray(prefixItems) || prefixItems.length === 0) return factory.createArrayTypeNode(rest);
  const isClosed = items === false;
  const prefixPointer = childPointer(pointer, "prefixItems");
  const elements = prefixItems.map((schema, index) => render(schema, childPointer(prefixPointer, index)));
  const most = typeof maxItems === "number" ? maxItems : Number.POSITIVE_INFINITY;
  const least = typeof minItems === "number" ? minItems : 0;
  const limit = prefixItems.length + WRITTEN_OUT;
  if (!isClosed) {
    const count = most <= limit ? most : Math.min(least, limit);
    while (elements.length < count) elements.push(rest);
  }
  const written = elements
    .slice(0, most)
    .map((type, index) => (index < least ? type : factory.createOptionalTypeNode(type)));
  if (!isClosed && most > limit) {
    written.push(factory.createRestTypeNode(factory.createArrayTypeNode(rest)));
  }
  return factory.createTupleTypeNode(written);
}
