import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer } from "../pointer/json-pointer.ts";
import { lookUp } from "./source-file.ts";

const LISTS = ["allOf", "oneOf", "anyOf"];

/**
 * Finds schemas that lead back to themselves without a property or an item in between: to check a value by one, it would
 * have to be checked by the same again. Parents that name their children in a discriminator are left out: that is how
 * inheritance is written.
 *
 * @param pointers schemas that something refers to
 * @returns one pointer for each circle
 */
export function circularSchemas(document: JsonObject, pointers: readonly string[]): string[] {
  const done = new Set<unknown>();
  const found: string[] = [];
  const visit = (node: unknown, pointer: string, trail: readonly JsonObject[]): void => {
    if (!isJsonObject(node)) return;
    const start = trail.indexOf(node);
    if (start !== -1) {
      if (!trail.slice(start).some((each) => isJsonObject(each.discriminator))) found.push(pointer);
      return;
    }
    if (done.has(node)) return;
    const next = [...trail, node];
    for (const keyword of LISTS) {
      const parts = node[keyword];
      if (!Array.isArray(parts)) continue;
      parts.forEach((part, index) => {
        visit(part, childPointer(childPointer(pointer, keyword), index), next);
      });
    }
    if (typeof node.$ref === "string") {
      const target = lookUp({ id: "", shown: "", root: document }, node.$ref);
      if (target !== undefined && !("through" in target)) visit(target.value, target.pointer, next);
    }
    done.add(node);
  };
  for (const pointer of pointers) {
    const start = lookUp({ id: "", shown: "", root: document }, pointer);
    if (start !== undefined && !("through" in start)) visit(start.value, pointer, []);
  }
  return found;
}
