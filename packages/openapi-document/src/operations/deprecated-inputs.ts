import { asList, asObject, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { locateObject } from "../pointer/locate-object.ts";
import { referenceTarget } from "../pointer/reference-target.ts";
import type { ListedOperation } from "./list-operations.ts";
import { operationParameters } from "./operation-parameters.ts";

/** A deprecated parameter or body property of a call. */
export interface DeprecatedInput {
  /** Path into the input of a call; `[]` is every element of an array. */
  readonly path: readonly string[];
  /** Date of its removal (`x-sunset`), if the document states one. */
  readonly sunset?: string;
}

/**
 * Lists the deprecated inputs of an operation: parameters and properties of the body. A schema that contains itself is
 * visited once.
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

/** Reads the date of an object of the document, or of the object it refers to. */
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
  return Object.values(asObject(content)).map((type) => asObject(type).schema);
}

function inBody(document: JsonObject, schema: unknown): DeprecatedInput[] {
  // Inputs by schema. A schema that is being visited has an empty list, which ends a circular reference.
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
      ...["allOf", "oneOf", "anyOf"].flatMap((keyword) => asList(node[keyword]).flatMap(inputsIn)),
      ...within("[]", inputsIn(node.items)),
      ...Object.entries(asObject(node.properties)).flatMap(([name, property]) => [
        ...(isDeprecated(document, property) ? [{ path: [name], ...sunsetOf(property, document) }] : []),
        ...within(name, inputsIn(property)),
      ]),
    ];
    known.set(node, inputs);
    return inputs;
  };
  return within("body", inputsIn(schema));
}

/** Whether a property is marked as deprecated, or the schema that it refers to. */
function isDeprecated(document: JsonObject, schema: unknown): boolean {
  if (!isJsonObject(schema)) return false;
  const referred = target(document, schema);
  return schema.deprecated === true || (isJsonObject(referred) && referred.deprecated === true);
}

function target(document: JsonObject, { $ref }: JsonObject): unknown {
  return typeof $ref === "string" && $ref.startsWith("#/") ? referenceTarget(document, $ref) : undefined;
}
