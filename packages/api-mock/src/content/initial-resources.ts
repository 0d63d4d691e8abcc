import {
  createOperationTable,
  isJsonObject,
  type JsonObject,
  listExampleOperations,
} from "@np6/openapi-document";
import type { Operation, Specification } from "../api/read-specification.ts";
import { successBody } from "../schemas/json-body.ts";
import type { ResourceRole } from "./resource-roles.ts";

/**
 * Makes the initial resources: one item in each collection, so that there is something to read or copy. Its id is the
 * example of the path parameter. The rest is the first example of a response with such an item.
 *
 * @returns items by collection and id; collections below a parameter start empty
 */
export function initialResources(
  specification: Specification,
  roles: ReadonlyMap<string, ResourceRole>,
): Record<string, Record<string, JsonObject>> {
  const initial: Record<string, Record<string, JsonObject>> = {};
  for (const operation of specification.operations) {
    const role = roles.get(operation.operationId);
    if (role === undefined || role.resource.collection.includes("{")) continue;
    const { collection, parameter, idProperty } = role.resource;
    const example = answersItem(role) ? exampleOf(specification, operation) : undefined;
    const id = parameterExample(specification.document, collection, parameter) ?? example?.[idProperty];
    if (example === undefined || id === undefined || initial[collection] !== undefined) continue;
    initial[collection] = { [String(id)]: { ...example, [idProperty]: id } };
  }
  return initial;
}

function answersItem({ role }: ResourceRole): boolean {
  return ["create", "read", "replace", "update", "copy"].includes(role);
}

function exampleOf(specification: Specification, operation: Operation): JsonObject | undefined {
  return successBody(specification, operation)?.examples.find(isJsonObject);
}

function parameterExample(document: JsonObject, collection: string, name: string): unknown {
  return listExampleOperations(document, createOperationTable(document).table)
    .filter(({ path }) => path.startsWith(`${collection}/{`))
    .map(({ parameters }) => parameters.path[name])
    .find((example) => example !== undefined);
}
