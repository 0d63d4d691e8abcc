import { type ListedOperation, listOperations } from "../operations/list-operations.ts";
import { locateContent, locateRequestBody, locateResponses } from "../operations/locate-bodies.ts";
import { operationParameters } from "../operations/operation-parameters.ts";
import { asList, asObject, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { type LocatedObject, locateObject } from "../pointer/locate-object.ts";
import { serverUrl } from "../table/server-url.ts";

/** The scopes that credentials need, by name of the security scheme. */
export type Requirement = Readonly<Record<string, readonly string[]>>;

/** A body in one media type. */
export interface EffectiveContent {
  /** The media type as the document writes it. */
  readonly mediaType: string;
  readonly media: LocatedObject;
}

/** A response of an operation. */
export interface EffectiveResponse {
  readonly response: LocatedObject;
  /** By name in lower case, because HTTP ignores its case. */
  readonly headers: ReadonlyMap<string, LocatedObject & { readonly name: string }>;
  readonly content: ReadonlyMap<string, EffectiveContent>;
}

/** An operation with everything that applies to it, wherever the document declares it. */
export interface EffectiveOperation extends ListedOperation {
  /** By location and name, for example `query page`; names of headers are in lower case. */
  readonly parameters: ReadonlyMap<string, LocatedObject>;
  readonly requestBody?: LocatedObject;
  /** Request bodies by media type in lower case, without a charset. */
  readonly requests: ReadonlyMap<string, EffectiveContent>;
  readonly responses: ReadonlyMap<string, EffectiveResponse>;
  /** Alternatives, each with scopes by security scheme. */
  readonly security: readonly Requirement[];
  /** Pointer to the operation's own `security`, if it has one. */
  readonly ownSecurity?: string;
  /** Server of the operation or its path, without a trailing slash; absent when the document's servers apply. */
  readonly server?: string;
  /** Operations that the API calls while this operation runs, by name and address. */
  readonly callbacks: ReadonlyMap<string, EffectiveOperation>;
}

/**
 * Reads operations under `paths` or `webhooks`, in the order of the document.
 *
 * @param isMeant selects the paths to read; a mistake in another path raises no error
 */
export function effectiveOperations(
  document: JsonObject,
  section: "paths" | "webhooks",
  isMeant?: (path: string) => boolean,
): EffectiveOperation[] {
  return listOperations(document, [], section, isMeant).map((listed) => effective(document, listed));
}

/** Returns method and path of an operation, independent of the names of its path parameters. */
export function addressOf({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method} ${path.replaceAll(/\{[^{}]*\}/g, "{}")}`;
}

function effective(document: JsonObject, listed: ListedOperation): EffectiveOperation {
  const { operation, operationPointer, pathItem, pathItemPointer } = listed;
  const requestBody = locateRequestBody(document, listed);
  const server = [
    [operation.servers, operationPointer] as const,
    [pathItem.servers, pathItemPointer] as const,
  ].flatMap(([servers, pointer]) => serverUrl(servers, childPointer(pointer, "servers")) ?? [])[0];
  const own = operation.security === undefined ? undefined : childPointer(operationPointer, "security");
  return {
    ...listed,
    parameters: parametersOf(document, listed),
    ...(requestBody === undefined ? {} : { requestBody }),
    requests: requestBody === undefined ? new Map() : contentOf(document, requestBody),
    responses: responsesOf(document, listed),
    security: requirements(operation.security ?? document.security),
    ...(own === undefined ? {} : { ownSecurity: own }),
    ...(server === undefined ? {} : { server: withoutSlash(server) }),
    callbacks: callbacksOf(document, listed),
  };
}

/** Removes trailing slashes, which do not change the meaning of a base URL. */
export function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}

function parametersOf(document: JsonObject, listed: ListedOperation): ReadonlyMap<string, LocatedObject> {
  const template = [...listed.path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name);
  return new Map(
    operationParameters(document, listed).map((parameter) => {
      const { in: place, name } = parameter.value;
      if (place === "header") return [`header ${String(name).toLowerCase()}`, parameter];
      // A path parameter is identified by its position: its name never appears in a request.
      const index = place === "path" ? template.indexOf(String(name)) : -1;
      return [index === -1 ? `${place} ${name}` : `path ${index}`, parameter];
    }),
  );
}

function contentOf(document: JsonObject, owner: LocatedObject): Map<string, EffectiveContent> {
  return new Map(
    locateContent(document, owner).map(([mediaType, media]) => [
      normalMediaType(mediaType),
      { mediaType, media },
    ]),
  );
}

/** Converts a media type to lower case (RFC 9110, 8.3.1) and drops a charset, which JSON and bytes do not have. */
function normalMediaType(mediaType: string): string {
  const [type = "", ...parameters] = mediaType.split(";").map((part) => part.trim());
  const kept = parameters.filter((parameter) => !/^charset=/i.test(parameter));
  return [type.toLowerCase(), ...kept].join(";");
}

function responsesOf(document: JsonObject, listed: ListedOperation): Map<string, EffectiveResponse> {
  return new Map(
    locateResponses(document, listed).map(([status, response]) => [
      status,
      { response, headers: headersOf(document, response), content: contentOf(document, response) },
    ]),
  );
}

function headersOf(
  document: JsonObject,
  { value, pointer }: LocatedObject,
): Map<string, LocatedObject & { readonly name: string }> {
  const at = childPointer(pointer, "headers");
  return new Map(
    Object.entries(asObject(value.headers)).map(([name, node]) => [
      name.toLowerCase(),
      { name, ...locateObject(document, node, childPointer(at, name), "Header Object") },
    ]),
  );
}

function callbacksOf(document: JsonObject, { operation, operationPointer }: ListedOperation) {
  const found = new Map<string, EffectiveOperation>();
  for (const [name, node] of Object.entries(asObject(operation.callbacks))) {
    const at = childPointer(childPointer(operationPointer, "callbacks"), name);
    const callback = locateObject(document, node, at, "Callback Object");
    // A callback is read like a map of paths.
    for (const [expression, item] of Object.entries(callback.value)) {
      if (expression.startsWith("x-")) continue;
      const place = childPointer(callback.pointer, expression);
      const { value, pointer } = locateObject(document, item, place, "Path Item Object");
      for (const [method, described] of Object.entries(value)) {
        if (!METHODS.has(method) || !isJsonObject(described)) continue;
        const listed = {
          method: method.toUpperCase(),
          path: expression,
          pathItem: value,
          pathPointer: place,
          pathItemPointer: pointer,
          operation: described,
          operationPointer: childPointer(pointer, method),
        };
        found.set(`${name} ${expression} ${method}`, effective(document, listed));
      }
    }
  }
  return found;
}

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);

function requirements(security: unknown): Requirement[] {
  const written = asList(security).filter(isJsonObject);
  return written.length === 0 ? [{}] : (written as Requirement[]);
}

/** Whether credentials for one requirement also satisfy the other. */
export function suffices(known: Requirement, other: Requirement): boolean {
  return Object.entries(other).every(
    ([scheme, scopes]) =>
      known[scheme] !== undefined && scopes.every((scope) => known[scheme]?.includes(scope)),
  );
}
