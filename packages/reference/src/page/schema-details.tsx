import { describedAt, isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { JSX } from "preact";
import { componentName } from "../read/component-name.ts";
import { Constraints } from "./constraints.tsx";
import { PropertyList } from "./property-list.tsx";
import { TypeLabel } from "./type-label.tsx";
import { VariantTable } from "./variant-table.tsx";

interface SchemaDetailsProps {
  readonly document: JsonObject;
  readonly schema: JsonObject;
}

/** Everything that a schema says beside its type, description and source. */
export function SchemaDetails({ document, schema }: SchemaDetailsProps): JSX.Element {
  const parts = Array.isArray(schema.allOf) ? schema.allOf : [];
  const named = parts.filter((part) => componentName(part) !== undefined);
  const unnamed = parts.filter((part) => componentName(part) === undefined && isJsonObject(part));
  return (
    <>
      {named.length > 0 && (
        <p class="inherits">
          Everything of <TypeLabel schema={{ allOf: named }} />, and:
        </p>
      )}
      <VariantTable document={document} schema={schema} />
      <PropertyList document={document} schema={schema} />
      {unnamed.map((part) => (
        <SchemaDetails document={document} schema={part} />
      ))}
      <Constraints schema={schema} />
      {schema.additionalProperties === false && <p class="open">No other properties.</p>}
      {schema.additionalProperties === true && schema.properties !== undefined && (
        <p class="open">Other properties may stand beside these.</p>
      )}
    </>
  );
}

/** A schema behind references and arrays, and the last name on the way to it. */
export interface InnerSchema {
  readonly name: string | undefined;
  readonly schema: JsonObject;
}

/** What a body consists of: the schema behind references and arrays. */
export function innerSchema(document: JsonObject, schema: unknown): InnerSchema {
  const described = describedAt(document, schema);
  if (described.type === "array" && described.items !== undefined)
    return innerSchema(document, described.items);
  return { name: componentName(schema), schema: described };
}
