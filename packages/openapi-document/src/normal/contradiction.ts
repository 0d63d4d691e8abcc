import { asObject, isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { referenceTarget } from "../pointer/reference-target.ts";
import { listedValues } from "../schemas/listed-values.ts";
import type { Part } from "./alternative.ts";

type ListedProperties = ReadonlyMap<string, ReadonlySet<string>>;

const known = new WeakMap<JsonObject, ListedProperties>();

/**
 * Whether no object can satisfy both: they list no common value for a required property. This separates variants of
 * unions that apply together by their discriminator.
 */
export function contradict(document: JsonObject, one: readonly Part[], other: readonly Part[]): boolean {
  const isRequired = (name: string) =>
    [...one, ...other].some(({ own }) => Array.isArray(own.required) && own.required.includes(name));
  return one.some((part) => {
    const listed = listedProperties(document, part);
    if (listed.size === 0) return false;
    return other.some((against) =>
      [...listedProperties(document, against)].some(([name, values]) => {
        const mine = listed.get(name);
        return mine !== undefined && [...values].every((value) => !mine.has(value)) && isRequired(name);
      }),
    );
  });
}

/** Whether the parts accept objects only. */
export function takesObjectsOnly(parts: readonly Part[]): boolean {
  return parts.some(({ own }) => own.type === "object");
}

/** Lists the values of each property that restricts them directly or by one reference. */
function listedProperties(document: JsonObject, { written }: Part): ListedProperties {
  const before = known.get(written);
  if (before !== undefined) return before;
  const listed = new Map<string, ReadonlySet<string>>();
  for (const [name, schema] of Object.entries(asObject(written.properties))) {
    if (!isJsonObject(schema)) continue;
    const { $ref } = schema;
    const target = typeof $ref === "string" ? referenceTarget(document, $ref) : schema;
    const values = isJsonObject(target) ? listedValues(target) : undefined;
    if (values !== undefined) listed.set(name, new Set(values.map((value) => JSON.stringify(value))));
  }
  known.set(written, listed);
  return listed;
}
