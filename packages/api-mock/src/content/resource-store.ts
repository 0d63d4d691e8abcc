import { isJsonObject, type JsonObject } from "@np6/openapi-document";

/** Id of an item, as in a path. */
type Id = string;

/** The stored items of an API by id, in collections by their path as sent. */
export interface ResourceStore {
  readonly list: (collection: string) => JsonObject[];
  readonly read: (collection: string, id: Id) => JsonObject | undefined;
  readonly write: (collection: string, id: Id, item: JsonObject) => void;
  readonly remove: (collection: string, id: Id) => void;
  /** Returns an id that no item of the collection ever had: one more than the largest. */
  readonly nextId: (collection: string) => number;
  readonly reset: () => void;
}

/**
 * Makes a store.
 *
 * @param initial items at the start and after a reset, by collection and id
 */
export function createResourceStore(
  initial: Readonly<Record<string, Readonly<Record<Id, JsonObject>>>>,
): ResourceStore {
  let collections = new Map<string, Map<Id, JsonObject>>();
  let largest = new Map<string, number>();

  function write(collection: string, id: Id, item: JsonObject): void {
    const items = collections.get(collection) ?? new Map<Id, JsonObject>();
    collections.set(collection, items.set(id, item));
    const number = Number(id);
    if (Number.isSafeInteger(number)) largest.set(collection, Math.max(largest.get(collection) ?? 0, number));
  }
  function reset(): void {
    collections = new Map();
    largest = new Map();
    for (const [collection, items] of Object.entries(initial)) {
      for (const [id, item] of Object.entries(items)) if (isJsonObject(item)) write(collection, id, item);
    }
  }
  reset();
  return {
    list: (collection) => [...(collections.get(collection)?.values() ?? [])],
    read: (collection, id) => collections.get(collection)?.get(id),
    write,
    remove: (collection, id) => {
      collections.get(collection)?.delete(id);
    },
    nextId: (collection) => {
      const next = (largest.get(collection) ?? 0) + 1;
      largest.set(collection, next);
      return next;
    },
    reset,
  };
}
