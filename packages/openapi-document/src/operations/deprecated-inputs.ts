import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { locateObject } from "../pointer/locate-object.ts";
import { referenceTarget } from "../pointer/reference-target.ts";
import type { ListedOperation } from "./list-operations.ts";
import { operationParameters } from "./operation-parameters.ts";

/** Something deprecated that a call may be given. */
export interface DeprecatedInput {
  /** Where it stands in what a call is given; `[]` is every element of an array. */
  readonly path: readonly string[];
  /** When it goes (`x-sunset`), if the document says so. */
  readonly sunset?: string;
}

/**
 * Lists what a caller may still give and should not: parameters, and properties of the body, that the document marks as
 * deprecated. A schema that contains itself is looked into once.
 * @returns with paths such as `["query", "page"]` and `["body", "receiver", "email"]`, in the order of the document
 */
export function deprecatedInputs(document: JsonObject, entry: ListedOperation): DeprecatedInput[] {
  const parameters = operationParameters(document, entry)
    .filter(({ value }) => value.deprecated === true || isDeprecated(document, value.schema))
    .map(({ value }) => ({
      path: [String(value.in), String(value.name)],
      ...(value.deprecated === true ? sunsetOf(value) : sunsetOf(value.schema, document)),
    }));
  const inputs = [
    ...parameters,
    ...bodySchemas(document, entry).flatMap((schema) => inBody(document, schema)),
  ];
  return [...new Map(inputs.map((input) => [JSON.stringify(input.path), input])).values()];
}

/** The date of an object of the document, or of what it refers to. */
function sunsetOf(value: unknown, document?: JsonObject): { readonly sunset?: string } {
  if (!isJsonObject(value)) return {};
  const { "x-sunset": sunset } = value;
  if (typeof sunset === "string") return { sunset };
  return document === undefined ? {} : sunsetOf(target(document, value));
}

function bodySchemas(document: JsonObject, { operation, operationPointer }: ListedOperation): unknown[] {
  if (operation.requestBody === undefined) return [];
  const pointer = childPointer(operationPointer, "requestBody");
  const { content } = locateObject(document, operation.requestBody, pointer, "Request Body Object").value;
  return Object.values(isJsonObject(content) ? content : {}).map((type) =>
    isJsonObject(type) ? type.schema : undefined,
  );
}

function inBody(document: JsonObject, schema: unknown): DeprecatedInput[] {
  // Paths from a schema on. While a schema is looked into, what leads back to it finds none.
  const known = new Map<unknown, readonly DeprecatedInput[]>();
  const within = (name: string, inputs: readonly DeprecatedInput[]) =>
    inputs.map((input) => ({ ...input, path: [name, ...input.path] }));
  const inputsIn = (node: unknown): readonly DeprecatedInput[] => {
    if (!isJsonObject(node)) return [];
    const before = known.get(node);
    if (before !== undefined) return before;
    known.set(node, []);
    const inputs = [
      ...inputsIn(target(document, node)),
      ...["allOf", "oneOf", "anyOf"].flatMap((keyword) =>
        (Array.isArray(node[keyword]) ? node[keyword] : []).flatMap(inputsIn),
      ),
      ...within("[]", inputsIn(node.items)),
      ...Object.entries(isJsonObject(node.properties) ? node.properties : {}).flatMap(([name, property]) => [
        ...(isDeprecated(document, property) ? [{ path: [name], ...sunsetOf(property, document) }] : []),
        ...within(name, inputsIn(property)),
      ]),
    ];
    known.set(node, inputs);
    return inputs;
  };
  return within("body", inputsIn(schema));
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
