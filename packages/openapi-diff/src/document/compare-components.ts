import { childPointer, isJsonObject, type JsonObject } from "@np6/openapi-document";
import type { Comparison } from "../operations/comparison.ts";

/** Compares component schemas, which are types with a name that code can import, also where no operation uses them. */
export function compareComponents(comparison: Comparison): void {
  const [old, now] = [comparison.base, comparison.head].map(({ document }) => schemasOf(document));
  const place = (name: string) => childPointer("#/components/schemas", name);
  for (const name of Object.keys(old ?? {})) {
    if (now !== undefined && Object.hasOwn(now, name)) {
      // What no operation uses is read by nobody but its types.
      comparison.unusedSchema(place(name));
      continue;
    }
    const message = `The type \`${name}\` is gone; code that names it no longer compiles.`;
    comparison.tell({ pointer: place(name), bump: "major", breaks: ["types"], message });
  }
  for (const name of Object.keys(now ?? {})) {
    if (old !== undefined && Object.hasOwn(old, name)) continue;
    comparison.tell({ pointer: place(name), bump: "minor", message: `The type \`${name}\` is new.` });
  }
}

function schemasOf({ components }: JsonObject): JsonObject {
  return isJsonObject(components) && isJsonObject(components.schemas) ? components.schemas : {};
}
