import {
  asObject,
  type BodyFormat,
  bodyFormat,
  DocumentError,
  isJsonObject,
  type JsonObject,
  referenceTarget,
  schemaShape,
  schemaUses,
} from "@np6/openapi-document";
import { createConfig } from "@redocly/openapi-core";
import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  resolveRef,
  transformSchema,
} from "openapi-typescript";
import type ts from "typescript";
import { CodegenError } from "../codegen-error.ts";
import { SchemaTypes } from "../schema-types/schema-types.ts";
import { commentOf } from "../text/comment-of.ts";
import { bodyType } from "./body-type.ts";
import { describeOperations } from "./describe-operations.ts";
import { discriminatorTypes } from "./discriminator-types.ts";
import { documentForTypes } from "./document-for-types.ts";
import { hideNames, restoreNames } from "./hidden-names.ts";
import { listSchemaPlaces } from "./list-schema-places.ts";
import { markerDeclarations, type NamedType, nameSchemas } from "./name-schemas.ts";
import { namedSchemas } from "./named-schemas.ts";
import { hidePercentSigns, restorePercentSigns } from "./percent-signs.ts";

/** Prefix of the placeholders for types while openapi-typescript runs; no document contains it by chance. */
const PLACEHOLDER = "np6-codegen:type-";

/**
 * Writes the types of a bundled document as TypeScript source: the interfaces `paths`, `webhooks`, `components` and
 * `operations`, which openapi-fetch uses, and a named type for each component schema.
 *
 * openapi-typescript writes everything except the types of schemas, which are placeholders in its input. Only its
 * transformation is called, not its loader. The loader would lint and bundle the document again, print to the console,
 * and download external examples.
 *
 * @param formats body formats by media type, from the operation table; other formats follow from the name and the
 *   schema
 * @throws CodegenError when a part of the document cannot be expressed
 */
export async function renderTypes(
  document: JsonObject,
  formats: Readonly<Record<string, BodyFormat>> = {},
): Promise<string> {
  const copy = documentForTypes(document);
  const places = listSchemaPlaces(copy);
  const typeNames = namedSchemas(
    copy,
    places.map(({ schema }) => schema),
  );
  const types = new SchemaTypes(
    copy,
    schemaUses(copy, formats),
    new Map(typeNames.map(({ pointer, name }) => [pointer, name])),
  );
  const named = typeNames.map(({ pointer, name, schema }): NamedType => {
    const node = referenceTarget(copy, pointer);
    const type =
      schema === undefined ? types.typeOf(node, pointer) : types.typeOfComponent(schema, node, pointer);
    const comment = commentOf(asObject(node));
    return schema === undefined ? { name, type, comment } : { name, type, comment, schema };
  });
  const placed = places.map(({ owner, schema, pointer, mediaType }) => {
    const render = (): ts.TypeNode => types.typeOf(schema, pointer);
    if (mediaType === undefined) return { owner, type: render() };
    const shape = schemaShape(copy, schema, pointer);
    const format = Object.hasOwn(formats, mediaType) ? formats[mediaType] : undefined;
    return {
      owner,
      type: bodyType(copy, schema, format ?? bodyFormat(mediaType, shape).format, render),
    };
  });
  for (const [index, { owner }] of placed.entries()) {
    owner.schema = { $ref: `#/components/schemas/${PLACEHOLDER}${index}` };
  }
  const prepared = withoutSchemas(copy) as unknown as OpenAPI3;
  const hidden = hideNames(prepared as unknown as Record<string, unknown>);
  const given = hidePercentSigns(prepared);
  const redoc = await createConfig({});
  try {
    const transformed = transformSchema(given, context(given, redoc));
    const made = restoreNames(restorePercentSigns(transformed, prepared), hidden);
    describeOperations(made, document);
    const nodes = nameSchemas(made, named, (placeholder) =>
      placeholder.startsWith(PLACEHOLDER)
        ? placed[Number(placeholder.slice(PLACEHOLDER.length))]?.type
        : undefined,
    );
    const source = `${astToString(nodes).trimEnd()}
`;
    const names = new Map(
      typeNames.flatMap(({ schema, name }) => (schema === undefined ? [] : [[schema, name]])),
    );
    return source + discriminatorTypes(document, names) + markerDeclarations(types.used);
  } catch (cause) {
    if (cause instanceof CodegenError || cause instanceof DocumentError) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new CodegenError(`no types can be made of this document: ${message}`, [{ pointer: "#" }], {
      cause,
    });
  }
}

/** Removes the component schemas, because their types are declared beside `components`. */
function withoutSchemas(document: JsonObject): JsonObject {
  const { components } = document;
  return isJsonObject(components)
    ? { ...document, components: { ...components, schemas: {} } }
    : { ...document, components: {} };
}

function context(document: OpenAPI3, redoc: GlobalContext["redoc"]): GlobalContext {
  return {
    // Keeps the order of the document, which its author chose.
    alphabetize: false,
    // Unions of literals add nothing to the compiled code; a TypeScript enum would.
    enum: false,
    enumValues: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A bare `type: object` does not restrict its members; otherwise it would allow no member at all.
    emptyObjectsUnknown: true,
    // No index signature for undescribed properties, because it would accept every misspelt name.
    additionalProperties: false,
    // A default does not make a property required: the same schema describes requests, where it may be left out.
    defaultNonNullable: false,
    propertiesRequiredByDefault: false,
    // No tuples for minItems and maxItems, because they make it hard to build an array step by step.
    arrayLength: false,
    // `readonly` for readOnly properties only: a caller may pass a mutable array or object.
    immutable: false,
    readWriteMarkers: false,
    excludeDeprecated: false,
    // Interfaces, because openapi-fetch requires them and editors show their names.
    exportType: false,
    rootTypes: false,
    rootTypesNoSchemaPrefix: false,
    rootTypesKeepCasing: false,
    pathParamsAsTypes: false,
    generatePathParams: false,
    makePathsEnum: false,
    silent: true,
    injectFooter: [],
    postTransform: undefined,
    transformProperty: undefined,
    transform: undefined,
    redoc,
    discriminators: { objects: {}, refsHandled: [] },
    resolve: ($ref) => resolveRef(document, $ref, { silent: true }),
  };
}
