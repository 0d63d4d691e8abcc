import type { JsonObject, LocatedObject } from "@np6/openapi-document";
import { childPointer, referenceTarget } from "@np6/openapi-document";
import type { ApiParameter } from "./api-operation.ts";
import { locateObject } from "./located-object.ts";
import { pathParameterNames } from "./path-template.ts";
import { contentSchemas } from "./read-content.ts";

/** OpenAPI says of these that a parameter of that name is ignored: content negotiation and security describe them. */
const describedElsewhere: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/**
 * The parameters of an operation: those of its path, replaced by its own.
 * @param lists - pointers of the parameter lists, the stronger one last
 * @param keyHeaders - headers that carry a key, in lower case
 * @returns the parameters by place and name, and apart from them the headers that carry a key
 */
export function listParameters(
  document: JsonObject,
  path: string,
  lists: readonly string[],
  keyHeaders: ReadonlySet<string>,
): { parameters: ReadonlyMap<string, ApiParameter>; keys: readonly JsonObject[] } {
  const parameters = new Map<string, ApiParameter>();
  const keys = new Map<string, JsonObject>();
  for (const pointer of lists.flatMap((list) => elements(document, list))) {
    const parameter = locateObject(document, pointer);
    const name = String(parameter.value.name);
    const place = String(parameter.value.in);
    if (place === "header" && keyHeaders.has(name.toLowerCase())) {
      keys.set(name.toLowerCase(), parameter.value);
    } else if (place !== "header" || !describedElsewhere.has(name.toLowerCase())) {
      parameters.set(parameterKey(path, place, name), readParameter(document, parameter, place, name));
    }
  }
  return { parameters, keys: [...keys.values()] };
}

function elements(document: JsonObject, list: string): string[] {
  const value = referenceTarget(document, list);
  return Array.isArray(value) ? value.map((_element, index) => childPointer(list, index)) : [];
}

function parameterKey(path: string, place: string, name: string): string {
  if (place === "header") return `header ${name.toLowerCase()}`;
  const position = pathParameterNames(path).indexOf(name);
  return place === "path" && position >= 0 ? `path ${position}` : `${place} ${name}`;
}

function readParameter(
  document: JsonObject,
  { value, pointer }: LocatedObject,
  place: string,
  name: string,
): ApiParameter {
  const style = value.style ?? (place === "query" || place === "cookie" ? "form" : "simple");
  const explode = value.explode ?? style === "form";
  const [content] = contentSchemas(document, pointer).values();
  return {
    title: `${place} ${name}`,
    pointer,
    // OpenAPI demands `required: true` of every path parameter; without it the path has no meaning.
    required: place === "path" || value.required === true,
    deprecated: value.deprecated === true,
    serialization: `${style}${explode === true ? ", exploded" : ""}`,
    schemaPointer: content ?? `${pointer}/schema`,
  };
}
