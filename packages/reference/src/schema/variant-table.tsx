import { describedAt, isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { JSX } from "preact";
import { textOf } from "../read/text-of.ts";
import { Source } from "../text/source.tsx";
import { Line } from "../text/text.tsx";
import { TypeLabel } from "./type-label.tsx";

interface VariantTableProps {
  readonly document: JsonObject;
  readonly schema: JsonObject;
}

/** The variants of a `oneOf` or `anyOf`, each with the value that tells it from the others, where there is one. */
export function VariantTable({ document, schema }: VariantTableProps): JSX.Element | null {
  const variants = [schema.oneOf, schema.anyOf].find((list) => Array.isArray(list));
  if (variants === undefined) return null;
  const discriminator = isJsonObject(schema.discriminator) ? schema.discriminator : {};
  const property = textOf(discriminator.propertyName);
  return (
    <table class="variants">
      <thead>
        <tr>
          {property !== "" && (
            <th scope="col">
              <code>{property}</code>
            </th>
          )}
          <th scope="col">One of</th>
          <th scope="col">What it is</th>
        </tr>
      </thead>
      <tbody>
        {variants.map((variant) => {
          const described = describedAt(document, variant);
          return (
            <tr>
              {property !== "" && <td>{tellingValues(discriminator, variant, described, property)}</td>}
              <td>
                <TypeLabel schema={variant} /> <Source of={described} />
              </td>
              <td>
                <Line markdown={firstParagraph(described.description)} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The discriminator's values that mean a variant: those that the mapping gives, else the constant of the variant itself. */
function tellingValues(
  discriminator: JsonObject,
  variant: unknown,
  described: JsonObject,
  property: string,
): JSX.Element[] {
  const mapping = Object.entries(isJsonObject(discriminator.mapping) ? discriminator.mapping : {});
  const mapped = mapping.filter(([, target]) => isJsonObject(variant) && target === variant.$ref);
  const properties = isJsonObject(described.properties) ? described.properties : {};
  const own = isJsonObject(properties[property]) ? properties[property].const : undefined;
  const values = mapped.length > 0 ? mapped.map(([value]) => value) : own === undefined ? [] : [String(own)];
  return values.map((value) => <code>{value}</code>);
}

function firstParagraph(description: unknown): string {
  return textOf(description).split(/\n\s*\n/)[0] ?? "";
}
