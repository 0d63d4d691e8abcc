import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { resolveReference } from "../pointer/resolve-reference.ts";

/** An example as the document gives it. */
export interface NamedExample {
  /** Undefined when it stands alone under `example`, which has no name. */
  readonly name: string | undefined;
  readonly summary: string | undefined;
  readonly value: unknown;
  /** The Example Object, with what else it says of itself; empty when it stands alone. */
  readonly described: JsonObject;
}

/** The examples of a parameter, header or media type object, by whichever of the two ways they are written. */
export function namedExamples(document: JsonObject, holder: JsonObject): NamedExample[] {
  if (isJsonObject(holder.examples)) {
    return Object.entries(holder.examples).map(([name, example]) => {
      const described = resolveReference(document, example);
      const { summary, value } = described;
      return { name, summary: typeof summary === "string" ? summary : undefined, value, described };
    });
  }
  return holder.example === undefined ? [] : [withoutName(holder.example)];
}

/** An example that the document gives no name, or does not give at all. */
export function withoutName(value: unknown): NamedExample {
  return { name: undefined, summary: undefined, value, described: {} };
}
