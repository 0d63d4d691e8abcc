import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { locateObject } from "../pointer/locate-object.ts";
import { referenceTarget } from "../pointer/reference-target.ts";
import type { ListedOperation } from "./list-operations.ts";
import { operationParameters } from "./operation-parameters.ts";

/** Where something stands in what a call is given; `[]` is every element of an array. */
type Path = readonly string[];

/**
 * Lists what a caller may still give and should not: parameters, and properties of the body, that the document marks as
 * deprecated. A schema that contains itself is looked into once.
 * @returns paths such as `["query", "page"]` and `["body", "receiver", "email"]`, in the order of the document
 */
export function deprecatedInputs(document: JsonObject, entry: ListedOperation): Path[] {
  const parameters = operationParameters(document, entry)
    .filter(({ value }) => value.deprecated === true || isDeprecated(document, value.schema))
    .map(({ value }) => [String(value.in), String(value.name)]);
  const paths = [
    ...parameters,
    ...bodySchemas(document, entry).flatMap((schema) => inBody(document, schema)),
  ];
  return [...new Map(paths.map((path) => [JSON.stringify(path), path])).values()];
}

function bodySchemas(document: JsonObject, { operation, operationPointer }: ListedOperation): unknown[] {
  if (operation.requestBody === undefined) return [];
  const pointer = childPointer(operationPointer, "requestBody");
  const { content } = locateObject(document, operation.requestBody, pointer, "Request Body Object").value;
  return Object.values(isJsonObject(content) ? content : {}).map((type) =>
    isJsonObject(type) ? type.schema : undefined,
  );
}

function inBody(document: JsonObject, schema: unknown): Path[] {
  // Paths from a schema on. While a schema is looked into, what leads back to it finds none.
  const known = new Map<unknown, readonly Path[]>();
  const pathsIn = (node: unknown): readonly Path[] => {
    if (!isJsonObject(node)) return [];
    const before = known.get(node);
    if (before !== undefined) return before;
    known.set(node, []);
    const paths = [
      ...pathsIn(target(document, node)),
      ...["allOf", "oneOf", "anyOf"].flatMap((keyword) =>
        (Array.isArray(node[keyword]) ? node[keyword] : []).flatMap(pathsIn),
      ),
      ...pathsIn(node.items).map((path) => ["[]", ...path]),
      ...Object.entries(isJsonObject(node.properties) ? node.properties : {}).flatMap(([name, property]) => [
        ...(isDeprecated(document, property) ? [[name]] : []),
        ...pathsIn(property).map((path) => [name, ...path]),
      ]),
    ];
    known.set(node, paths);
    return paths;
  };
  return pathsIn(schema).map((path) => ["body", ...path]);
}

/** Said of the place, or of the schema that it refers to. */
function isDeprecated(document: JsonObject, schema: unknown): boolean {
  if (!isJsonObject(schema)) return false;
  const referred = target(document, schema);
  return schema.deprecated === true || (isJsonObject(referred) && referred.deprecated === true);
}

function target(document: JsonObject, { $ref }: JsonObject): unknown {
  return typeof $ref === "string" && $ref.startsWith("#/") ? referenceTarget(document, $ref) : undefined;
}
