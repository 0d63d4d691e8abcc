import { isJsonObject } from "@np6/openapi-document";
import type { ComponentChildren, JSX } from "preact";
import { componentName } from "../read/component-name.ts";
import { textOf } from "../read/text-of.ts";
import { anchor } from "../text/anchor.ts";

/** The type of a schema in a few words, with links to the schemas that have a name. */
export function TypeLabel({ schema }: { readonly schema: unknown }): JSX.Element {
  return <span class="type">{describe(schema)}</span>;
}

function describe(schema: unknown): ComponentChildren {
  if (!isJsonObject(schema)) return schema === false ? "nothing" : "any value";
  const name = componentName(schema);
  if (name !== undefined) return <a href={`#${anchor("schema", name)}`}>{name}</a>;
  if (schema.const !== undefined) return <code>{JSON.stringify(schema.const)}</code>;
  if (Array.isArray(schema.oneOf)) return join(schema.oneOf, " or ");
  if (Array.isArray(schema.anyOf)) return join(schema.anyOf, " or ");
  const types = (Array.isArray(schema.type) ? schema.type : [schema.type]).filter(
    (type) => type !== undefined,
  );
  if (types.length === 0) return describeUntyped(schema);
  return types.map((type, index) => (
    <>
      {index === 0 ? "" : " or "}
      {describeOne(String(type), schema)}
    </>
  ));
}

function describeUntyped(schema: Readonly<Record<string, unknown>>): ComponentChildren {
  if (Array.isArray(schema.allOf)) return join(schema.allOf, " and ");
  if (schema.properties !== undefined) return "object";
  return schema.enum === undefined ? "any value" : "one of these";
}

function describeOne(type: string, schema: Readonly<Record<string, unknown>>): ComponentChildren {
  if (type === "array") return schema.items === undefined ? "array" : <>array of {describe(schema.items)}</>;
  if (type === "object" && isJsonObject(schema.additionalProperties)) {
    return <>object of {describe(schema.additionalProperties)}</>;
  }
  const format = textOf(schema.format);
  return format === "" ? type : `${type} (${format})`;
}

function join(schemas: readonly unknown[], word: string): ComponentChildren {
  return schemas.map((schema, index) => (
    <>
      {index === 0 ? "" : word}
      {describe(schema)}
    </>
  ));
}
