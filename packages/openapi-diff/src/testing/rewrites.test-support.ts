import { isJsonObject, type JsonObject } from "@np6/openapi-document";

type MutableObject = Record<string, unknown>;

/** Chooses an index below a count. */
export type Pick = (count: number) => number;

/** Rewrites a document in place with the same meaning; no effect if it has no place for the rewrite. */
export type Rewrite = (document: JsonObject, pick: Pick) => void;

interface Place {
  readonly owner: MutableObject;
  readonly key: string;
  readonly schema: MutableObject;
}

const MAPS = new Set(["properties", "patternProperties"]);
const LISTS = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const SINGLE = new Set(["items", "additionalProperties", "schema"]);

/** Lists the locations of all schemas, also nested ones, except under `not`. */
function schemaPlaces(document: JsonObject): Place[] {
  const places: Place[] = [];
  const add = (owner: unknown, key: string): void => {
    const schema = (owner as MutableObject)[key];
    if (!isJsonObject(schema)) return;
    places.push({ owner: owner as MutableObject, key, schema: schema as MutableObject });
    inside(schema);
  };
  const inside = (schema: JsonObject): void => {
    for (const [keyword, value] of Object.entries(schema)) {
      if (MAPS.has(keyword) && isJsonObject(value)) for (const name of Object.keys(value)) add(value, name);
      else if (LISTS.has(keyword) && Array.isArray(value))
        for (const index of value.keys()) add(value, String(index));
      else if (SINGLE.has(keyword)) add(schema, keyword);
    }
  };
  const { components, ...rest } = document as { components: Record<string, JsonObject> };
  const { schemas = {}, ...others } = components;
  for (const name of Object.keys(schemas)) add(schemas, name);
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === "schema") add(node, key);
      else if (key !== "examples" && key !== "example") visit(value);
    }
  };
  visit(rest);
  visit(others);
  return places;
}

/** Makes a rewrite of one of the matching schemas. */
function onSchema(
  isFor: (schema: JsonObject, place: Place) => boolean,
  rewrite: (place: Place, pick: Pick) => void,
): Rewrite {
  return (document, pick) => {
    const fit = schemaPlaces(document).filter((place) => isFor(place.schema, place));
    const chosen = fit[pick(fit.length)];
    if (chosen !== undefined) rewrite(chosen, pick);
  };
}

function onOwner(
  isFor: (node: JsonObject) => boolean,
  rewrite: (node: MutableObject, pick: Pick) => void,
): Rewrite {
  return (document, pick) => {
    const fit: MutableObject[] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      if (isJsonObject(node) && isFor(node)) fit.push(node as MutableObject);
      for (const child of Object.values(node)) visit(child);
    };
    visit(document);
    const chosen = fit[pick(fit.length)];
    if (chosen !== undefined) rewrite(chosen, pick);
  };
}

function reordered(object: JsonObject, pick: Pick): MutableObject {
  const entries = Object.entries(object);
  const from = pick(entries.length);
  return Object.fromEntries([...entries.slice(from), ...entries.slice(0, from)]);
}

const hasType = (schema: JsonObject, type: string) => schema.type === type;
const isComponent = (_: JsonObject, { schema }: Place) => schema.discriminator === undefined;

/** Rewrites that keep every name in messages. */
export const rewrites: Readonly<Record<string, Rewrite>> = {
  "an allOf of one schema": onSchema(isComponent, ({ owner, key, schema }) => {
    owner[key] = { allOf: [schema] };
  }),
  "an allOf of two schemas": onSchema(
    (schema) =>
      hasType(schema, "object") &&
      isJsonObject(schema.properties) &&
      schema.additionalProperties === undefined,
    ({ owner, key, schema }, pick) => {
      const entries = Object.entries(schema.properties as JsonObject);
      const at = pick(entries.length);
      const part = (some: typeof entries) => ({ type: "object", properties: Object.fromEntries(some) });
      const { properties: _, ...others } = schema;
      owner[key] = { ...others, allOf: [part(entries.slice(0, at)), part(entries.slice(at))] };
    },
  ),
  "required in a part of its own": onSchema(
    (schema) => hasType(schema, "object") && Array.isArray(schema.required),
    ({ owner, key, schema }) => {
      const { required, ...others } = schema;
      owner[key] = { allOf: [others, { required }] };
    },
  ),
  "null as an alternative": onSchema(
    (schema) => Array.isArray(schema.type) && schema.type.includes("null") && schema.type.length === 2,
    ({ owner, key, schema }) => {
      const { type, ...others } = schema;
      const [other] = (type as string[]).filter((one) => one !== "null");
      owner[key] = { oneOf: [{ ...others, type: other }, { type: "null" }] };
    },
  ),
  "a list of types as alternatives": onSchema(
    (schema) => Array.isArray(schema.type),
    ({ owner, key, schema }) => {
      const { type, ...others } = schema;
      owner[key] = { ...others, anyOf: (type as string[]).map((one) => ({ type: one })) };
    },
  ),
  "a list of one type": onSchema(
    (schema) => typeof schema.type === "string",
    ({ schema }) => {
      schema.type = [schema.type];
    },
  ),
  "const as an enum": onSchema(
    (schema) => Object.hasOwn(schema, "const"),
    ({ schema }) => {
      schema.enum = [schema.const];
      delete schema.const;
    },
  ),
  "an exclusive bound of whole numbers": onSchema(
    (schema) => hasType(schema, "integer") && typeof schema.minimum === "number",
    ({ schema }) => {
      schema.exclusiveMinimum = Number(schema.minimum) - 1;
      delete schema.minimum;
    },
  ),
  "defaults of texts": onSchema(
    (schema) => hasType(schema, "string") && schema.minLength === undefined,
    ({ schema }) => void Object.assign(schema, { minLength: 0, deprecated: false, readOnly: false }),
  ),
  "defaults of lists": onSchema(
    (schema) => hasType(schema, "array"),
    ({ schema }) => void Object.assign(schema, { minItems: 0, uniqueItems: false, writeOnly: false }),
  ),
  "defaults of objects": onSchema(
    (schema) =>
      hasType(schema, "object") && schema.additionalProperties === undefined && schema.required === undefined,
    ({ schema }) =>
      void Object.assign(schema, { additionalProperties: true, required: [], minProperties: 0 }),
  ),
  "an order of properties": onSchema(
    (schema) => isJsonObject(schema.properties),
    ({ schema }, pick) => {
      schema.properties = reordered(schema.properties as JsonObject, pick);
    },
  ),
  "an order of variants": onSchema(
    (schema) => Array.isArray(schema.oneOf),
    ({ schema }) => {
      schema.oneOf = (schema.oneOf as unknown[]).toReversed();
    },
  ),
  "an order of values": onSchema(
    (schema) => Array.isArray(schema.enum),
    ({ schema }) => {
      schema.enum = (schema.enum as unknown[]).toReversed();
    },
  ),
  "an order of components": (document, pick) => {
    const components = document.components as MutableObject;
    components.schemas = reordered(components.schemas as JsonObject, pick);
  },
  "an order of paths": (document, pick) => {
    (document as MutableObject).paths = reordered(document.paths as JsonObject, pick);
  },
  "defaults of parameters": onOwner(
    (node) => node.in === "query" && node.style === undefined,
    (node) =>
      void Object.assign(node, { style: "form", explode: true, allowReserved: false, deprecated: false }),
  ),
  "defaults of bodies": onOwner(
    (node) =>
      isJsonObject(node.content) &&
      node.required === undefined &&
      node.responses === undefined &&
      node.description === undefined,
    (node) => {
      node.required = false;
    },
  ),
  "another case of a header": onOwner(
    (node) => node.in === "header" && typeof node.name === "string" && node.type === undefined,
    (node) => {
      node.name = String(node.name).toLowerCase();
    },
  ),
  "another case of a media type": onOwner(
    (node) => Object.hasOwn(node, "application/json"),
    (node) => {
      const entries = Object.entries(node).map(
        ([name, value]) => [name === "application/json" ? "Application/JSON" : name, value] as const,
      );
      for (const name of Object.keys(node)) delete node[name];
      Object.assign(node, Object.fromEntries(entries));
    },
  ),
  "parameters of a path at its operations": onOwner(
    (node) => Array.isArray(node.parameters) && node.responses === undefined && !Object.hasOwn(node, "in"),
    (node) => {
      const parameters = node.parameters as unknown[];
      delete node.parameters;
      for (const operation of Object.values(node))
        if (isJsonObject(operation))
          (operation as MutableObject).parameters = [
            ...parameters,
            ...((operation.parameters as unknown[]) ?? []),
          ];
    },
  ),
  "security at the operations": (document) => {
    const { security, ...others } = document as MutableObject;
    if (security === undefined) return;
    for (const item of Object.values(others.paths as Record<string, Record<string, MutableObject>>))
      for (const operation of Object.values(item))
        if (isJsonObject(operation)) (operation as MutableObject).security ??= security;
    delete (document as MutableObject).security;
  },
  "a slash behind the server": (document) => {
    const [server] = document.servers as MutableObject[];
    if (server !== undefined) server.url = `${String(server.url).replace(/\/$/, "")}/`;
  },
};

/** Rewrites that change names in messages, because a component is copied in place. */
export const namingRewrites: Readonly<Record<string, Rewrite>> = {
  "a component written out": (document, pick) => {
    const schemas = (document.components as { schemas: JsonObject }).schemas;
    const fit = schemaPlaces(document).filter(({ schema, owner }) => {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(String(schema.$ref))?.[1];
      // Not a variant: a discriminator refers to it by name.
      return (
        name !== undefined && !Array.isArray(owner) && !JSON.stringify(schemas[name]).includes(`/${name}"`)
      );
    });
    const chosen = fit[pick(fit.length)];
    if (chosen === undefined) return;
    const name = String(chosen.schema.$ref).split("/").at(-1) ?? "";
    chosen.owner[chosen.key] = structuredClone(schemas[name]);
  },
};
