import { describedAt, isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { ComponentChildren, JSX } from "preact";
import { componentName } from "../read/component-name.ts";
import { Flag } from "../text/flag.tsx";
import { Source, SourceNote } from "../text/source.tsx";
import { Text } from "../text/text.tsx";
import { Constraints } from "./constraints.tsx";
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

/** The properties of an object, each with type, source and description. */
function PropertyList({ document, schema }: SchemaDetailsProps): JSX.Element | null {
  const properties = Object.entries(isJsonObject(schema.properties) ? schema.properties : {});
  if (properties.length === 0) return null;
  const required = Array.isArray(schema.required) ? schema.required : [];
  return (
    <dl class="properties">
      {properties.map(([name, property]) => (
        <Property document={document} name={name} schema={property} required={required.includes(name)} />
      ))}
    </dl>
  );
}

interface PropertyProps {
  readonly document: JsonObject;
  readonly name: string;
  readonly schema: unknown;
  readonly required: boolean;
  /** Where links to it lead. */
  readonly id?: string | undefined;
  /** What stands below the description. */
  readonly children?: ComponentChildren;
}

/** One named value: a property, a parameter or a header. */
export function Property({ document, name, schema, required, id, children }: PropertyProps): JSX.Element {
  const named = componentName(schema) !== undefined;
  // What a named schema says of itself is told in its own place; here is what this property says.
  const own = isJsonObject(schema) ? schema : {};
  const described = named && own.description === undefined ? describedAt(document, schema) : own;
  return (
    <div class="property" id={id}>
      <dt>
        <code class="name">{name}</code> <TypeLabel schema={schema} />
        <Flag name="required" when={required} />
        <Flag name="deprecated" when={own.deprecated} until={own["x-sunset"]} /> <Source of={own} />
      </dt>
      <dd>
        <Text markdown={described.description} />
        <SourceNote of={own} />
        {children}
        {named ? <Constraints schema={own} /> : <SchemaDetails document={document} schema={inner(own)} />}
      </dd>
    </div>
  );
}

/** The schema whose properties are listed below a value: that of an array's elements, when it has no name. */
function inner(schema: JsonObject): JsonObject {
  const { items } = schema;
  if (!isJsonObject(items) || componentName(items) !== undefined) return schema;
  const { items: _items, ...outer } = schema;
  return { ...inner(items), ...outer };
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
