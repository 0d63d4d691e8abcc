import { isJsonObject, type JsonObject, referencePointer, referenceTarget } from "@np6/openapi-document";

type Editable = Record<string, unknown>;

/**
 * Rewrites a curated document in the vendor's style: OpenAPI 3.0, and the key as a header parameter of each operation.
 * Variants are a mapping on a schema `X#Discriminable`, without one for unknown values. Grades, and errors and headers
 * of other sources, are removed; other areas and descriptions are added.
 */
export function inVendorStyle(curated: JsonObject): JsonObject {
  const document = structuredClone(curated) as Editable;
  const schemas = referenceTarget(document, "#/components/schemas") as Editable;
  const unions = Object.keys(schemas).filter((name) => Array.isArray(jsonObject(schemas[name])?.oneOf));
  for (const name of unions) mapVariants(document, schemas[name] as Editable);
  for (const [, member] of membersOf(document.paths).flatMap(([, item]) => membersOf(item))) {
    if (jsonObject(member)?.responses !== undefined) rewriteOperation(document, member as Editable);
  }
  for (const name of unions) {
    schemas[`${name}#Discriminable`] = schemas[name];
    delete schemas[name];
  }
  delete document.security;
  delete (document.components as Editable).securitySchemes;
  const renamed = (reference: string) => {
    const name = unions.find((union) => reference === `#/components/schemas/${union}`);
    return name === undefined ? reference : `#/components/schemas/${name}%23Discriminable`;
  };
  const rewritten = rewriteValues(document, renamed) as Editable;
  const otherArea = { get: { responses: { 200: { description: "Another area." } } } };
  return {
    ...rewritten,
    openapi: "3.0.1",
    paths: { "/actions/{id}": otherArea, ...jsonObject(rewritten.paths), "/segments": otherArea },
  };
}

/** Finds the property that identifies a variant. */
function discriminator(schema: JsonObject): { name: string; schema: Editable } | undefined {
  const objects = [schema, ...(Array.isArray(schema.allOf) ? schema.allOf : [])];
  const [match] = objects.flatMap((object) =>
    membersOf(jsonObject(object)?.properties).filter(([, property]) => {
      const { const: value, not } = jsonObject(property) ?? {};
      return value !== undefined || not !== undefined;
    }),
  );
  return match && { name: match[0], schema: match[1] as Editable };
}

function mapVariants(document: unknown, union: Editable): void {
  const mapping: Record<string, string> = {};
  const keep: unknown[] = [];
  let propertyName = "";
  for (const variant of union.oneOf as JsonObject[]) {
    const reference = String(variant.$ref);
    const target = referenceTarget(document, referencePointer(reference) ?? "") as Editable;
    const identifying = discriminator(target);
    if (identifying?.schema.not !== undefined) continue;
    keep.push(variant);
    if (identifying === undefined) continue;
    propertyName = identifying.name;
    mapping[String(identifying.schema.const)] = reference;
  }
  union.oneOf = keep;
  if (propertyName !== "") union.discriminator = { propertyName, mapping };
  else delete union.discriminator;
}

function rewriteOperation(document: unknown, operation: Editable): void {
  const key = {
    name: "X-Key",
    in: "header",
    required: true,
    schema: { type: "string" },
    description: "A unique key.",
  };
  operation.parameters = [...((operation.parameters as unknown[]) ?? []), key];
  const responses = operation.responses as Editable;
  for (const status of Object.keys(responses)) {
    const response = resolved(document, responses[status]);
    if (!status.startsWith("2") && response["x-source"] !== "reference") delete responses[status];
    else responses[status] = withoutHeadersFromElsewhere(document, response);
  }
}

function withoutHeadersFromElsewhere(document: unknown, response: JsonObject): JsonObject {
  const headers = membersOf(response.headers).filter(
    ([, header]) => resolved(document, header)["x-source"] === "reference",
  );
  return { ...response, headers: Object.fromEntries(headers) };
}

function resolved(document: unknown, value: unknown): JsonObject {
  const reference = jsonObject(value)?.$ref;
  const target =
    typeof reference === "string" ? referenceTarget(document, referencePointer(reference) ?? "") : value;
  return jsonObject(target) ?? {};
}

/** Converts every object to 3.0, and removes parts that the vendor does not write. */
function rewriteValues(value: unknown, renamed: (reference: string) => string, parent = ""): unknown {
  if (Array.isArray(value)) return value.map((element) => rewriteValues(element, renamed));
  const object = jsonObject(value);
  if (object === undefined) return value;
  const isSchema = !["properties", "mapping", "schemas", "responses", "headers", "content", "paths"].includes(
    parent,
  );
  const members = Object.entries(object).flatMap(([key, member]): [string, unknown][] => {
    if (!isSchema)
      return [[key, typeof member === "string" ? renamed(member) : rewriteValues(member, renamed)]];
    if (key.startsWith("x-") || key === "examples" || key === "operationId" || key === "summary") return [];
    if (key === "$ref") return [[key, renamed(String(member))]];
    if (key === "description") return [[key, `<p>${String(member).slice(0, 20)}</p>`]];
    if (key === "additionalProperties" && member === true) return [];
    if (key === "const") return typeof member === "string" ? [["type", "string"]] : [["enum", [member]]];
    if (key === "type" && Array.isArray(member) && member.includes("null")) {
      const [only] = member.filter((type) => type !== "null");
      return [
        ["type", only],
        ["nullable", true],
      ];
    }
    return [[key, rewriteValues(member, renamed, key)]];
  });
  return Object.fromEntries(members);
}

function jsonObject(value: unknown): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}

function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return Object.entries(jsonObject(value) ?? {});
}
