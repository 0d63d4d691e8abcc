import { isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { Operation, Specification } from "../api/read-specification.ts";
import { requestBody, successBody } from "../schemas/json-body.ts";
import { propertySchemas, sameValueSchemas } from "../schemas/subschemas.ts";

/** Effect of an operation on a resource. */
export type Role =
  | "create"
  | "list"
  | "read"
  | "replace"
  | "update"
  | "delete"
  | "copy"
  | "read part"
  | "replace part"
  | "act";

/** A kind of resource, such as everything below `/scripting/workflows/{id}`. */
export interface Resource {
  /** Path template of the collection, such as `/scripting/workflows`. */
  readonly collection: string;
  /** Name of the path parameter that identifies an item. */
  readonly parameter: string;
  /** The property of an item that contains its id. */
  readonly idProperty: string;
  /** Schema of an item; it may be a `$ref`. */
  readonly schema: unknown;
}

/** An operation's role for a resource. */
export interface ResourceRole {
  readonly resource: Resource;
  readonly role: Role;
  /** Name of the property that the operation reads or replaces, such as `nodes`. */
  readonly part: string | undefined;
}

const itemRoles: Readonly<Record<string, Role>> = {
  GET: "read",
  PUT: "replace",
  PATCH: "update",
  DELETE: "delete",
};

/**
 * Derives each operation's role for a resource from the form of paths, methods and schemas alone: `POST /c` creates,
 * and `/c/{id}` is an item. `/c/{id}/name` is its property of that name, or an action on it. A POST there makes a copy
 * if it has no body and returns an item.
 *
 * @returns roles by operationId; other operations are omitted
 */
export function resourceRoles(specification: Specification): Map<string, ResourceRole> {
  const { document, operations } = specification;
  const answerOf = (operation: Operation): unknown => successBody(specification, operation)?.schema;
  const hasProperty = (schema: unknown, name: string): boolean =>
    propertySchemas(document, schema, name).length > 0;
  const isArray = (schema: unknown): boolean =>
    sameValueSchemas(document, schema).some(({ type }) => type === "array");

  const items = new Map(
    operations.flatMap(({ path }) => {
      const [, collection, parameter] = /^(.*)\/\{([^}]+)\}(?:\/[^/{}]+)?$/.exec(path) ?? [];
      return collection === undefined || parameter === undefined ? [] : [[collection, parameter] as const];
    }),
  );
  return new Map(
    [...items].flatMap(([collection, parameter]) => {
      const below = operations.filter(
        ({ path }) => path === collection || path.startsWith(`${collection}/{`),
      );
      const schema = below
        .map(answerOf)
        .find((answer) => hasProperty(answer, parameter) || hasProperty(answer, "id"));
      if (!isJsonObject(schema)) return [];
      const idProperty = hasProperty(schema, parameter) ? parameter : "id";
      const resource: Resource = { collection, parameter, idProperty, schema };
      const isItem = (answer: unknown): boolean =>
        isArray(answer) === false && hasProperty(answer, idProperty) && sameSchema(document, answer, schema);

      return below.flatMap((operation): (readonly [string, ResourceRole])[] => {
        const { method, path } = operation;
        const withRole = (role: Role, part?: string) => [
          [operation.operationId, { resource, role, part }] as const,
        ];
        const rest = path.slice(collection.length);
        if (rest === "") {
          if (method === "POST" && isItem(answerOf(operation))) return withRole("create");
          return method === "GET" && isArray(answerOf(operation)) ? withRole("list") : [];
        }
        const [, part] = /^\/\{[^}]+\}(?:\/([^/{}]+))?$/.exec(rest) ?? [];
        if (part === undefined) {
          const role = /^\/\{[^}]+\}$/.test(rest) ? itemRoles[method] : undefined;
          return role === undefined ? [] : withRole(role);
        }
        // A collection below the item is a separate resource.
        if (items.has(path)) return [];
        if (hasProperty(schema, part) && method === "GET") return withRole("read part", part);
        if (hasProperty(schema, part) && method === "PUT") return withRole("replace part", part);
        const hasBody = requestBody(specification, operation) !== undefined;
        if (method === "POST" && !hasBody && isItem(answerOf(operation))) return withRole("copy");
        return withRole("act");
      });
    }),
  );
}

function sameSchema(document: JsonObject, left: unknown, right: unknown): boolean {
  return sameValueSchemas(document, left)[0] === sameValueSchemas(document, right)[0];
}
