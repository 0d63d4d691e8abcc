import { childPointer, type JsonObject } from "@np6/openapi-document";
import ts from "typescript";
import { CodegenError } from "../codegen-error.ts";
import { anyValue } from "./type-nodes.ts";

const { factory } = ts;

/** As many elements more than `prefixItems` has are written out; a longer tuple ends with a rest. */
const WRITTEN_OUT = 16;

/**
 * The type of the arrays that a schema describes. `prefixItems` make a tuple: an element is optional beyond `minItems`, and further
 * elements follow as `items` allows them, up to `maxItems`. Other arrays have no length in their type, which would be a burden to
 * whoever builds one step by step.
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
