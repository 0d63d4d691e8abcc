import { isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { Specification } from "../api/read-specification.ts";
import { describeProblem, type Validate } from "../schemas/create-validator.ts";
import { successBody } from "../schemas/json-body.ts";
import { propertySchemas, sameValueSchemas } from "../schemas/subschemas.ts";
import type { AnswerContent, ContentPlan, ContentRequest } from "./answer-content.ts";
import { initialResources } from "./initial-resources.ts";
import { type Resource, type ResourceRole, resourceRoles } from "./resource-roles.ts";
import { createResourceStore } from "./resource-store.ts";

/**
 * Keeps resources that were created, copied, replaced, updated and deleted. The document determines the role of each
 * operation (`resourceRoles`). A response is checked against its schema before the request is executed.
 */
export function resourceContent(specification: Specification, validate: Validate): AnswerContent {
  const roles = resourceRoles(specification);
  const store = createResourceStore(initialResources(specification, roles));

  function planFor(
    { role, resource, part = "" }: ResourceRole,
    request: ContentRequest,
  ): ContentPlan | undefined {
    const { operation, body, answerMediaType } = request;
    const { idProperty } = resource;
    const [collection, id] = locate(request.path, resource);

    /** `make` runs twice: for the check, and again after Prism's answer, because others may have written meanwhile. */
    const answer = (make: () => unknown, keep: (created: unknown) => void = () => {}): ContentPlan => {
      const schema = successBody(specification, operation, answerMediaType)?.schema;
      const [broken] = schema === undefined ? [] : validate(schema, make());
      if (broken !== undefined) {
        const detail = `${operation.operationId} would create data that its own response does not allow: ${describeProblem(broken)}`;
        return { refuse: { status: 400, detail } };
      }
      return {
        carryOut: () => {
          const created = make();
          keep(created);
          return created;
        },
      };
    };
    const keepItem = (item: unknown): void => {
      if (isJsonObject(item)) store.write(collection, String(item[idProperty]), item);
    };
    const newItem = (item: JsonObject): ContentPlan => {
      const itsId = idValue(store.nextId(collection), resource);
      return answer(() => ({ ...item, [idProperty]: itsId }), keepItem);
    };

    if (role === "list") return answer(() => store.list(collection));
    if (role === "create") return isJsonObject(body) ? newItem(body) : undefined;
    const item = store.read(collection, id);
    if (item === undefined) {
      return { refuse: { status: 404, detail: `${collection}/${id} does not exist. Create it first.` } };
    }
    const current = (): JsonObject => store.read(collection, id) ?? item;
    const itsId = { [idProperty]: item[idProperty] };
    switch (role) {
      case "read":
        return answer(current);
      case "replace":
        return isJsonObject(body) ? answer(() => ({ ...body, ...itsId }), keepItem) : undefined;
      case "update":
        return isJsonObject(body) ? answer(() => ({ ...current(), ...body, ...itsId }), keepItem) : undefined;
      case "delete":
        return { carryOut: () => store.remove(collection, id) };
      case "copy":
        return newItem(item);
      case "read part":
        return answer(() => current()[part] ?? []);
      case "replace part":
        return answer(
          () => body,
          () => keepItem({ ...current(), [part]: body }),
        );
      case "act":
        return undefined;
    }
  }

  /** Converts an id to the type in the schema. */
  function idValue(id: number, { schema, idProperty }: Resource): number | string {
    const types = propertySchemas(specification.document, schema, idProperty)
      .flatMap((property) => sameValueSchemas(specification.document, property))
      .map(({ type }) => type);
    return types.includes("string") ? String(id) : id;
  }

  return {
    plan: (request) => {
      const role = roles.get(request.operation.operationId);
      return role === undefined ? undefined : planFor(role, request);
    },
    reset: store.reset,
  };
}

/** Splits a path as sent into the collection's path and the item's id; the id is empty for the collection itself. */
function locate(path: string, { collection }: Resource): readonly [string, string] {
  const segments = path.split("/");
  const depth = collection.split("/").length;
  return [segments.slice(0, depth).join("/"), decodeURIComponent(segments[depth] ?? "")];
}
