import type { JsonObject } from "@np6/openapi-document";
import { childPointer } from "@np6/openapi-document";
import type { ApiOperation } from "./api-operation.ts";
import { describeCredentials } from "./credentials.ts";
import { membersOf } from "./json-object.ts";
import { listParameters } from "./list-parameters.ts";
import { locateObject } from "./located-object.ts";
import { isUnder } from "./path-prefixes.ts";
import { anonymousPath } from "./path-template.ts";
import { readRequest, readResponse } from "./read-content.ts";

const methods: readonly string[] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * The operations of a part of an API, in the document's order.
 * @param prefixes - the parts, as `pathPrefixes` gives them
 * @param keyHeaders - headers that carry a key, in lower case: as parameters they are credentials
 * @returns the operations by method and path, the latter without the names of its parameters
 * @throws UpstreamError when a `$ref` leads nowhere
 */
export function listOperations(
  document: JsonObject,
  prefixes: readonly string[],
  keyHeaders: ReadonlySet<string>,
): ReadonlyMap<string, ApiOperation> {
  const operations = membersOf(document.paths)
    .filter(([path]) => isUnder(path, prefixes))
    .flatMap(([path]) => {
      const item = locateObject(document, childPointer("#/paths", path));
      return methods
        .filter((method) => Object.hasOwn(item.value, method))
        .map((method) => {
          const name = `${method.toUpperCase()} ${anonymousPath(path)}`;
          return [name, readOperation(document, path, method, item.pointer, keyHeaders)] as const;
        });
    });
  return new Map(operations);
}

function readOperation(
  document: JsonObject,
  path: string,
  method: string,
  item: string,
  keyHeaders: ReadonlySet<string>,
): ApiOperation {
  const { value, pointer } = locateObject(document, childPointer(item, method));
  const places = [childPointer(item, "parameters"), childPointer(pointer, "parameters")];
  const { parameters, keys } = listParameters(document, path, places, keyHeaders);
  const responses = membersOf(value.responses).map(
    ([status]) => [status, readResponse(document, `${pointer}/responses/${status}`)] as const,
  );
  return {
    title: `${method.toUpperCase()} ${path}`,
    pointer,
    deprecated: value.deprecated === true,
    credentials: describeCredentials(document, value, keys),
    parameters,
    request: value.requestBody === undefined ? undefined : readRequest(document, `${pointer}/requestBody`),
    responses: new Map(responses.filter(([status]) => !status.startsWith("x-"))),
  };
}
