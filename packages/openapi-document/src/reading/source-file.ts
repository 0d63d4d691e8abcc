import { isJsonObject } from "../pointer/json-object.ts";
import { childPointer, pointerTokens } from "../pointer/json-pointer.ts";

/** A parsed file of a document. */
export interface SourceFile {
  /** Absolute path or URL. */
  readonly id: string;
  /** The same for a person. */
  readonly shown: string;
  readonly root: unknown;
}

/** A place in a file. */
export interface Place {
  readonly file: SourceFile;
  readonly pointer: string;
}

/** Tells places apart. */
export function placeId({ file, pointer }: Place): string {
  return `${file.id}${pointer}`;
}

/** A value and where it really stands. */
export interface Found extends Place {
  readonly value: unknown;
}

/**
 * Looks up a JSON Pointer in a file.
 *
 * @returns undefined when there is nothing; the reference on the way when the pointer leads through one
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
      const reference = isJsonObject(value) ? value.$ref : undefined;
      if (typeof reference !== "string") return undefined;
      const rest = tokens.slice(index).reduce(childPointer, "");
      return { through: reference, rest, at };
    }
    value = (value as Record<string, unknown>)[token];
    at = childPointer(at, token);
  }
  return { file, pointer: at, value };
}

/** The places of the schemas of a file that have a `$anchor`, by its name. */
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
