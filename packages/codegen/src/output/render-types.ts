import { createConfig } from "@redocly/openapi-core";
import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  resolveRef,
  scanDiscriminators,
  transformSchema,
} from "openapi-typescript";
import { CodegenError } from "../codegen-error.ts";
import type { JsonObject } from "../is-record.ts";
import { describeOperations } from "./describe-operations.ts";
import { discriminatorTypes } from "./discriminator-types.ts";
import { documentForTypes } from "./document-for-types.ts";
import { markerDeclarations, nameSchemas } from "./name-schemas.ts";
import { schemaType } from "./schema-type.ts";

/**
 * Writes the types of a bundled document as TypeScript source: the interfaces `paths`, `webhooks`, `components` and
 * `operations` that openapi-fetch is typed by, and a type for each component schema under its own name.
 *
 * The transformation of openapi-typescript is called without its loader. The document is loaded already, and the loader
 * would lint and bundle it once more, print to the console, and fetch the URLs of external examples.
 *
 * @throws CodegenError when a part of the document cannot be expressed
 */
export async function renderTypes(document: JsonObject): Promise<string> {
  const copy = documentForTypes(document);
  const prepared = copy as unknown as OpenAPI3;
  const redoc = await createConfig({});
  try {
    const made = transformSchema(prepared, context(prepared, redoc));
    describeOperations(made, copy);
    const { nodes, names, used } = nameSchemas(made);
    const types = `${astToString(nodes).trimEnd()}
`;
    return types + discriminatorTypes(document, names) + markerDeclarations(used);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new CodegenError(`no types can be made of this document: ${message}`, [{ pointer: "#" }], {
      cause,
    });
  }
}

function context(document: OpenAPI3, redoc: GlobalContext["redoc"]): GlobalContext {
  return {
    // The order of the document is the order its author wants read.
    alphabetize: false,
    // Unions of literals leave nothing in the compiled code; a TypeScript enum would.
    enum: false,
    enumValues: false,
    conditionalEnums: false,
    dedupeEnums: false,
    // A bare `type: object` says nothing about its members, so it is open; otherwise it would allow no member at all.
    emptyObjectsUnknown: true,
    // Properties beside the described ones stay undescribed: an index signature would accept every misspelt name.
    additionalProperties: false,
    // A default does not make a property required: the same schema describes requests, where it may be left out.
    defaultNonNullable: false,
    propertiesRequiredByDefault: false,
    // Arrays stay arrays: tuples for minItems and maxItems are a burden to whoever builds the array step by step.
    arrayLength: false,
    // `readonly` for readOnly properties only: a caller may pass an array or object that can change.
    immutable: false,
    readWriteMarkers: false,
    excludeDeprecated: false,
    // Interfaces, since openapi-fetch is typed by interfaces and editors show their names.
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
    transform: schemaType,
    redoc,
    discriminators: scanDiscriminators(document, { silent: true }),
    resolve: ($ref) => resolveRef(document, $ref, { silent: true }),
  };
}
