import type { JsonObject } from "@np6/openapi-document";
import { parse } from "yaml";

/** Changes a document in place. */
export type Edit = (document: JsonObject) => void;

/** Sets a value, written as YAML, at a pointer. The parent must exist. */
export function set(pointer: string, yaml: string): Edit {
  return (document) => {
    const { parent, key } = locate(document, pointer);
    if (Array.isArray(parent) && key === "-") parent.push(parse(yaml));
    else Reflect.set(parent, key, parse(yaml));
  };
}

/** Removes the value at a pointer, which must exist. */
export function remove(pointer: string): Edit {
  return (document) => {
    const { parent, key } = locate(document, pointer, "must exist");
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  };
}

/** Renames a key without moving it. */
export function rename(pointer: string, name: string): Edit {
  return (document) => {
    const { parent, key } = locate(document, pointer, "must exist");
    const entries = Object.entries(parent);
    for (const [other] of entries) Reflect.deleteProperty(parent, other);
    for (const [other, value] of entries) Reflect.set(parent, other === key ? name : other, value);
  };
}

/** Reverses the order of keys or elements. */
export function reverse(pointer: string): Edit {
  return (document) => {
    const { parent, key } = locate(document, pointer, "must exist");
    const value = Reflect.get(parent, key);
    if (Array.isArray(value)) value.reverse();
    else Reflect.set(parent, key, Object.fromEntries(Object.entries(value).reverse()));
  };
}

/** Replaces a text everywhere, as in the renaming of a component. */
export function replaceEverywhere(search: string, replacement: string): Edit {
  return (document) => {
    const replaced = JSON.parse(JSON.stringify(document).replaceAll(search, replacement)) as JsonObject;
    for (const key of Object.keys(document)) Reflect.deleteProperty(document, key);
    Object.assign(document, replaced);
  };
}

/** Combines several edits into one change. */
export function all(...edits: readonly Edit[]): Edit {
  return (document) => {
    for (const edit of edits) edit(document);
  };
}

function locate(document: JsonObject, pointer: string, rule?: "must exist"): { parent: object; key: string } {
  const tokens = pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  const key = tokens.pop() ?? "";
  let parent: unknown = document;
  for (const token of tokens) parent = Reflect.get(Object(parent), token);
  if (typeof parent !== "object" || parent === null || (rule !== undefined && !Object.hasOwn(parent, key))) {
    throw new Error(`the edited document has nothing at ${pointer}`);
  }
  return { parent, key };
}
