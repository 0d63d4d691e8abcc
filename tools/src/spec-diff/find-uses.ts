import type { ApiDescription } from "@np6/openapi-codegen";
import { httpMethods } from "./http-methods.ts";
import { isRecord } from "./is-record.ts";
import { childPointer, pointerTokens, resolvePointer, valueAt } from "./json-pointer.ts";
import type { Direction } from "./spec-change.ts";

/** Who is concerned by a part of a document. */
export interface Use {
  /** Name of the operation; absent for webhooks. */
  readonly operationId?: string;
  readonly direction: Direction;
}

/** Finds the uses of whatever stands at a pointer. */
export type FindUses = (pointer: string) => readonly Use[];

/**
 * Follows every `$ref` from every operation, and so learns which operations send or read a component.
 * @param document - a bundled document
 * @param table - its operation table, for the operations' names
 */
export function createFindUses(document: object, table: ApiDescription): FindUses {
  const names = new Map(
    Object.entries(table.operations).map(([name, { method, path }]) => [`${method} ${path}`, name]),
  );
  const places = new Map<string, Use[]>();
  const referencesFrom = rememberReferences(document);
  const add = (pointer: string, use: Use) => {
    for (const reached of reachableFrom(pointer, referencesFrom)) {
      const uses = places.get(reached) ?? [];
      uses.push(use);
      places.set(reached, uses);
    }
  };
  for (const [section, sent] of [
    ["paths", "request"],
    ["webhooks", "response"],
  ] as const) {
    const read: Direction = sent === "request" ? "response" : "request";
    const items = valueAt(document, `#/${section}`);
    for (const path of Object.keys(isRecord(items) ? items : {})) {
      const itemPointer = resolvePointer(document, childPointer("#", section, path));
      const item = valueAt(document, itemPointer);
      for (const method of httpMethods.filter((key) => isRecord(item) && isRecord(item[key]))) {
        const name = names.get(`${method.toUpperCase()} ${path}`);
        const operation = section === "paths" && name !== undefined ? { operationId: name } : {};
        const pointer = childPointer(itemPointer, method);
        add(childPointer(itemPointer, "parameters"), { ...operation, direction: sent });
        add(childPointer(pointer, "parameters"), { ...operation, direction: sent });
        add(childPointer(pointer, "requestBody"), { ...operation, direction: sent });
        add(childPointer(pointer, "responses"), { ...operation, direction: read });
        // Callbacks turn the direction round once more.
        for (const callback of callbackOperations(document, childPointer(pointer, "callbacks"))) {
          add(childPointer(callback, "requestBody"), { ...operation, direction: read });
          add(childPointer(callback, "responses"), { ...operation, direction: sent });
        }
      }
    }
  }
  return (pointer) => {
    const found = ancestors(pointer).flatMap((place) => places.get(place) ?? []);
    return [...new Map(found.map((use) => [`${use.direction} ${use.operationId}`, use])).values()];
  };
}

/** The pointer and all that it lies in. */
function ancestors(pointer: string): string[] {
  const found = [pointer];
  for (let end = pointer.lastIndexOf("/"); end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    found.push(pointer.slice(0, end));
  }
  return found;
}

function callbackOperations(document: object, pointer: string): string[] {
  const found: string[] = [];
  const callbacks = valueAt(document, pointer);
  for (const [name, callback] of Object.entries(isRecord(callbacks) ? callbacks : {})) {
    for (const [expression, item] of Object.entries(isRecord(callback) ? callback : {})) {
      const methods = httpMethods.filter((method) => isRecord(item) && isRecord(item[method]));
      found.push(...methods.map((method) => childPointer(pointer, name, expression, method)));
    }
  }
  return found;
}

/** What a place refers to; `undefined` when there is nothing at the place. */
type ReferencesFrom = (pointer: string) => readonly string[] | undefined;

/** Large documents reach the same components from a thousand operations. */
function rememberReferences(document: object): ReferencesFrom {
  const known = new Map<string, readonly string[] | undefined>();
  return (pointer) => {
    if (!known.has(pointer)) {
      const value = valueAt(document, pointer);
      known.set(pointer, value === undefined ? undefined : references(value));
    }
    return known.get(pointer);
  };
}

/** The place itself and every component that it leads to. */
function reachableFrom(pointer: string, referencesFrom: ReferencesFrom): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [pointer];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const next = reached.has(at) ? undefined : referencesFrom(at);
    if (next === undefined) continue;
    reached.add(at);
    waiting.push(...next);
  }
  return reached;
}

function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (key === "$ref" && typeof child === "string" && child.startsWith("#/")) return [component(child)];
    if (key === "mapping" && isRecord(child)) return Object.values(child).filter(isReference).map(component);
    return references(child);
  });
}

function isReference(value: unknown): value is string {
  return typeof value === "string" && value.startsWith("#/");
}

/** A reference may point into a component; what counts is the component. */
function component(reference: string): string {
  const tokens = pointerTokens(reference);
  return tokens[0] === "components" ? childPointer("#", ...tokens.slice(0, 3)) : reference;
}
