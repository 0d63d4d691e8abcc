import { asObject, isJsonObject } from "../pointer/json-object.ts";
import { childPointer, pointerTokens } from "../pointer/json-pointer.ts";

/** A parsed file of a document. */
export interface SourceFile {
  /** Absolute path or URL. */
  readonly id: string;
  /** The same, formatted for people. */
  readonly shown: string;
  readonly root: unknown;
}

/** A location in a file. */
export interface Place {
  readonly file: SourceFile;
  readonly pointer: string;
}

/** Returns a key that identifies a place. */
export function placeId({ file, pointer }: Place): string {
  return `${file.id}${pointer}`;
}

/** A value and its location after references are followed. */
export interface Found extends Place {
  readonly value: unknown;
}

/**
 * Looks up a JSON Pointer in a file.
 *
 * @returns undefined when nothing is there; the first reference on the way when the pointer leads through one
 */
export function lookUp(
  file: SourceFile,
  pointer: string,
): Found | { readonly through: string; readonly rest: string; readonly at: string } | undefined {
  let value: unknown = file.root;
  let at = "#";
  const tokens = pointerTokens(pointer);
  for (const [index, token] of tokens.entries()) {
    if (typeof value !== "object" || value === null) return undefined;
    if (!Object.hasOwn(value, token)) {
      const reference = asObject(value).$ref;
      if (typeof reference !== "string") return undefined;
      const rest = tokens.slice(index).reduce(childPointer, "");
      return { through: reference, rest, at };
    }
    value = (value as Record<string, unknown>)[token];
    at = childPointer(at, token);
  }
  return { file, pointer: at, value };
}

/** Maps the `$anchor`s of a file to the pointers of their schemas. */
export function anchorsOf(file: SourceFile): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const seen = new Set<object>();
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    if (isJsonObject(node) && typeof node.$anchor === "string" && !anchors.has(node.$anchor))
      anchors.set(node.$anchor, pointer);
    for (const [key, child] of Object.entries(node)) visit(child, childPointer(pointer, key));
  };
  visit(file.root, "#");
  return anchors;
}
