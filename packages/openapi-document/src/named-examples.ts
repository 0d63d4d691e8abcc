import { isJsonObject, type JsonObject } from "./json-object.ts";
import { resolveReference } from "./resolve-reference.ts";

/** An example as the document gives it. */
export interface NamedExample {
  /** Undefined when it stands alone under `example`, which has no name. */
  readonly name: string | undefined;
  readonly summary: string | undefined;
  readonly value: unknown;
}

/** The examples of a parameter, header or media type object, by whichever of the two ways they are written. */
export function namedExamples(document: JsonObject, holder: JsonObject): NamedExample[] {
  if (isJsonObject(holder.examples)) {
    return Object.entries(holder.examples).map(([name, example]) => {
      const { summary, value } = resolveReference(document, example);
      return { name, summary: typeof summary === "string" ? summary : undefined, value };
    });
  }
  return holder.example === undefined ? [] : [{ name: undefined, summary: undefined, value: holder.example }];
}
