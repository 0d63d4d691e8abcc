import type { JsonObject } from "@np6/openapi-document";
import type { JSX } from "preact";
import { anchor } from "../text/anchor.ts";
import { Flag } from "../text/flag.tsx";
import { Source, SourceNote } from "../text/source.tsx";
import { Text } from "../text/text.tsx";
import { innerSchema, SchemaDetails } from "./schema-details.tsx";
import { TypeLabel } from "./type-label.tsx";

interface SchemaProps {
  readonly document: JsonObject;
  readonly name: string;
  readonly schema: JsonObject;
}

/** A schema with a name. */
export function Schema({ document, name, schema }: SchemaProps): JSX.Element {
  const { schema: shown } = innerSchema(document, schema);
  return (
    <section class="schema" id={anchor("schema", name)} data-schema={name}>
      <h3>
        {name} {schema.oneOf === undefined && <TypeLabel schema={schema} />}
        <Flag name="deprecated" when={schema.deprecated} until={schema["x-sunset"]} /> <Source of={schema} />
      </h3>
      <Text markdown={schema.description} />
      <SourceNote of={schema} />
      <SchemaDetails document={document} schema={shown} />
    </section>
  );
}
