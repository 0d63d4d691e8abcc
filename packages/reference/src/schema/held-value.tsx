import { isJsonObject, type JsonObject, namedExamples } from "@np6/openapi-document";
import type { JSX } from "preact";
import { textOf } from "../read/text-of.ts";
import { ExampleTitle } from "../text/example.tsx";
import { Property } from "./schema-details.tsx";

interface HeldValueProps {
  readonly document: JsonObject;
  readonly name: string;
  /** A parameter, header or security scheme: something with a description and source of its own, and a schema in it. */
  readonly holder: JsonObject;
  /** A sentence to go before the description. */
  readonly place?: string;
  /** Where links to it lead. */
  readonly id?: string;
}

/** A parameter, header or key, which reads like a property. */
export function HeldValue({ document, name, holder, place, id }: HeldValueProps): JSX.Element {
  const { schema, description, deprecated, required, "x-source": source, "x-source-note": note } = holder;
  const asProperty = {
    ...(isJsonObject(schema) ? schema : {}),
    description: [place, textOf(description)].filter(Boolean).join(" "),
    deprecated,
    "x-sunset": holder["x-sunset"],
    "x-source": source,
    "x-source-note": note,
  };
  return (
    <Property document={document} name={name} schema={asProperty} required={required === true} id={id}>
      {namedExamples(document, holder).map((example) => (
        <p class="open">
          Example: <code>{JSON.stringify(example.value)}</code>, <ExampleTitle example={example} />
        </p>
      ))}
    </Property>
  );
}
