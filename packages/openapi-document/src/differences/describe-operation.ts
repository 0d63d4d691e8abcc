import type { EffectiveContent, EffectiveOperation } from "../normal/effective-operation.ts";
import { asObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import type { LocatedObject } from "../pointer/locate-object.ts";
import { describeCredentials } from "./credentials.ts";
import { type Described, leaf, mark, member } from "./described.ts";

/** OpenAPI ignores header parameters of these names: content negotiation and security describe them. */
const describedElsewhere = ["header accept", "header content-type", "header authorization"];

/**
 * Describes an operation.
 * @param keys - headers that carry a key, in lower case; header parameters of these names are described as credentials
 */
export function describeOperation(
  document: JsonObject,
  { operation, operationPointer, requestBody, ...given }: EffectiveOperation,
  keys: ReadonlySet<string>,
): Described[] {
  const isKey = (name: string) => name.startsWith("header ") && keys.has(name.slice("header ".length));
  const carried = [...given.parameters].filter(([name]) => isKey(name)).map(([, { value }]) => value);
  const parameters = [...given.parameters].filter(
    ([name]) => !isKey(name) && !describedElsewhere.includes(name),
  );
  return [
    leaf("credentials", operationPointer, describeCredentials(document, operation, carried)),
    mark("deprecated", operationPointer, operation.deprecated === true),
    ...parameters.map(([key, parameter]) => describeParameter(key, parameter)),
    ...(requestBody === undefined ? [] : [describeRequest(requestBody, given.requests)]),
    ...[...given.responses].map(([status, { response, headers, content }]) =>
      member("status", [status, status], response.pointer, status, [
        ...describeContent(content),
        // OpenAPI ignores a response header of this name: `content` describes it.
        ...[...headers].filter(([key]) => key !== "content-type").map(describeHeader),
      ]),
    ),
  ];
}

function describeParameter(key: string, { value, pointer }: LocatedObject): Described {
  const { in: place, style = place === "query" || place === "cookie" ? "form" : "simple" } = value;
  const exploded = (value.explode ?? style === "form") === true ? ", exploded" : "";
  const [mediaType] = Object.keys(asObject(value.content));
  const at = mediaType === undefined ? pointer : childPointer(`${pointer}/content`, mediaType);
  const name = `${place} ${value.name}`;
  const inside = [
    // OpenAPI requires `required: true` for every path parameter; a path cannot be built without its parameters.
    mark("required", pointer, place === "path" || value.required === true),
    mark("deprecated", pointer, value.deprecated === true),
    leaf("serialization", pointer, `${style}${exploded}`),
  ];
  return member("parameter", [key, name], pointer, name, inside, [`${at}/schema`]);
}

function describeRequest(
  { value, pointer }: LocatedObject,
  requests: EffectiveOperation["requests"],
): Described {
  const inside = [mark("required", pointer, value.required === true), ...describeContent(requests)];
  const text = [...requests.keys()].join(", ") || "present";
  return member("request body", ["", "request body"], pointer, text, inside);
}

function describeContent(content: ReadonlyMap<string, EffectiveContent>): Described[] {
  return [...content].map(([mediaType, { media }]) => {
    const schema = `${media.pointer}/schema`;
    return member("media type", [mediaType, mediaType], schema, mediaType, [], [schema]);
  });
}

function describeHeader([key, { name, pointer }]: readonly [
  string,
  LocatedObject & { readonly name: string },
]) {
  return member("header", [key, `header ${name}`], pointer, `header ${name}`, [], [`${pointer}/schema`]);
}
