import {
  asObject,
  isJsonObject,
  isMediaType,
  isPossibleParameter,
  type JsonObject,
  referenceTarget,
} from "@np6/openapi-document";

type MutableObject = Record<string, unknown>;

/**
 * Adapts bodies and parameters, in place, to the operation table:
 *
 * - keys of `content` that are no media types are removed, and so are parameters that cannot be sent;
 * - a body of items (`itemSchema` of OpenAPI 3.2: lines of JSON, events) becomes a text, as it is sent.
 */
export function prepareContent(document: MutableObject): void {
  const components = asObject(document.components);
  for (const owner of membersOf(components.requestBodies, components.responses)) prepareOwner(owner);
  const pathItems = membersOf(document.paths, document.webhooks, components.pathItems);
  for (const item of pathItems) {
    dropImpossible(document, item);
    for (const operation of membersOf(item, item.additionalOperations)) {
      dropImpossible(document, operation);
      for (const owner of [operation.requestBody, ...membersOf(operation.responses)]) prepareOwner(owner);
    }
  }
}

/** Returns the values of objects that are objects themselves. */
export function membersOf(...nodes: readonly unknown[]): MutableObject[] {
  return nodes.flatMap((node) => Object.values(asObject(node)).filter(isJsonObject));
}

function prepareOwner(owner: unknown): void {
  if (!isJsonObject(owner) || !isJsonObject(owner.content)) return;
  const content = owner.content as MutableObject;
  for (const [mediaType, media] of Object.entries(content)) {
    if (!isMediaType(mediaType)) delete content[mediaType];
    else if (isJsonObject(media) && media.schema === undefined && media.itemSchema !== undefined)
      (media as MutableObject).schema = { type: "string" };
  }
  if (Object.keys(content).length === 0) delete (owner as MutableObject).content;
}

function dropImpossible(document: JsonObject, owner: MutableObject): void {
  if (!Array.isArray(owner.parameters)) return;
  owner.parameters = owner.parameters.filter((parameter: unknown) => {
    const reference = asObject(parameter).$ref;
    return isPossibleParameter(
      typeof reference === "string" ? referenceTarget(document, reference) : parameter,
    );
  });
}
