import { asObject, childPointer } from "@np6/openapi-document";
import { type Comparison, major, minor } from "../operations/comparison.ts";

/** Compares component schemas, also unused ones: each is a named type that code can import. */
export function compareComponents(comparison: Comparison): void {
  const [old, now] = [comparison.base, comparison.head].map(({ document }) =>
    asObject(asObject(document.components).schemas),
  );
  const place = (name: string) => childPointer("#/components/schemas", name);
  for (const name of Object.keys(old ?? {})) {
    if (now !== undefined && Object.hasOwn(now, name)) {
      // An unused schema affects only code that imports its type.
      comparison.unusedSchema(place(name));
      continue;
    }
    const message = `The type \`${name}\` is gone; code that names it no longer compiles.`;
    comparison.tell(place(name), major("types"), message);
  }
  for (const name of Object.keys(now ?? {})) {
    if (old !== undefined && Object.hasOwn(old, name)) continue;
    comparison.tell(place(name), minor, `The type \`${name}\` is new.`);
  }
}
