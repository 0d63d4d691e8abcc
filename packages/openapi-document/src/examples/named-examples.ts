import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { resolveReference } from "../pointer/resolve-reference.ts";

/** An example of the document. */
export interface NamedExample {
  /** Undefined for the value of `example`, which has no name. */
  readonly name: string | undefined;
  readonly summary: string | undefined;
  readonly value: unknown;
  /** The Example Object with all its members; empty for the value of `example`. */
  readonly described: JsonObject;
}

/** Lists the examples of a parameter, header or media type object, from `examples` or `example`. */
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

/** Wraps a value that has no name in the document, or is not in the document. */
export function withoutName(value: unknown): NamedExample {
  return { name: undefined, summary: undefined, value, described: {} };
}
