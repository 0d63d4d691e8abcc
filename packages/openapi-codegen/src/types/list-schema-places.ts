import { childPointer, isJsonObject, type JsonObject, locateObject } from "@np6/openapi-document";

type MutableObject = Record<string, unknown>;

/** The location of a schema outside `components.schemas`. */
export interface SchemaPlace {
  readonly owner: Record<string, unknown>;
  readonly schema: unknown;
  readonly pointer: string;
  /** Media type of a body; absent for a parameter or a header. */
  readonly mediaType?: string;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/**
 * Lists the schemas that openapi-typescript writes a type for: those of parameters, headers and bodies, also in
 * components and webhooks. References to objects that are not components are copied in place on the way.
 *
 * @returns the places, each with the owner whose member `schema` is to be replaced
 */
export function listSchemaPlaces(document: JsonObject): SchemaPlace[] {
  const places: SchemaPlace[] = [];
  const object = (owner: MutableObject, key: string, pointer: string, section?: string) => {
    const node = owner[key];
    if (!isJsonObject(node)) return undefined;
    if (typeof node.$ref !== "string") return { value: node as MutableObject, pointer };
    if (section !== undefined && isComponent(node.$ref, section)) return undefined;
    const target = locateObject(document, node, pointer, "object");
    owner[key] = target.value;
    return { value: target.value as MutableObject, pointer: target.pointer };
  };
  const each = (
    owner: unknown,
    pointer: string,
    section: string | undefined,
    then: typeof pathItem,
  ): void => {
    if (!isJsonObject(owner) && !Array.isArray(owner)) return;
    for (const key of Object.keys(owner)) {
      const found = object(owner as MutableObject, key, childPointer(pointer, key), section);
      if (found !== undefined) then(found.value, found.pointer, key);
    }
  };
  const schemaOf = (owner: MutableObject, pointer: string, mediaType?: string): void => {
    const place = { owner, schema: owner.schema, pointer: childPointer(pointer, "schema") };
    places.push(mediaType === undefined ? place : { ...place, mediaType });
  };
  const content = (owner: MutableObject, pointer: string): void => {
    const at = childPointer(pointer, "content");
    if (isJsonObject(owner.content))
      for (const [key, media] of Object.entries(owner.content))
        if (media === null) (owner.content as MutableObject)[key] = {};
    each(owner.content, at, undefined, (media, place, key) => schemaOf(media, place, key));
  };
  const parameter = (owner: MutableObject, pointer: string): void => {
    if (owner.schema !== undefined) schemaOf(owner, pointer);
  };
  const header = (owner: MutableObject, pointer: string): void => {
    if (owner.schema !== undefined) schemaOf(owner, pointer);
    else content(owner, pointer);
  };
  const response = (owner: MutableObject, pointer: string): void => {
    each(owner.headers, childPointer(pointer, "headers"), "headers", header);
    content(owner, pointer);
  };
  const operation = (owner: MutableObject, pointer: string): void => {
    each(owner.parameters, childPointer(pointer, "parameters"), "parameters", parameter);
    const body = object(owner, "requestBody", childPointer(pointer, "requestBody"), "requestBodies");
    if (body !== undefined) content(body.value, body.pointer);
    each(owner.responses, childPointer(pointer, "responses"), "responses", response);
  };
  function pathItem(owner: MutableObject, pointer: string, _key: string): void {
    each(owner.parameters, childPointer(pointer, "parameters"), "parameters", parameter);
    for (const method of METHODS) {
      const found = object(owner, method, childPointer(pointer, method));
      if (found !== undefined) operation(found.value, found.pointer);
    }
    each(owner.additionalOperations, childPointer(pointer, "additionalOperations"), undefined, operation);
  }
  const { components = {} } = document;
  each(document.paths, "#/paths", "pathItems", pathItem);
  each(document.webhooks, "#/webhooks", "pathItems", pathItem);
  if (!isJsonObject(components)) return places;
  const sections = {
    pathItems: pathItem,
    parameters: parameter,
    headers: header,
    requestBodies: content,
    responses: response,
  };
  for (const [section, then] of Object.entries(sections))
    each(components[section], `#/components/${section}`, section, then);
  return places;
}

/** Whether a reference points at a component, which the types name too. */
function isComponent(reference: string, section: string): boolean {
  const prefix = `#/components/${section}/`;
  return reference.startsWith(prefix) && !reference.slice(prefix.length).includes("/");
}
