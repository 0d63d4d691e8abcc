import { isJsonObject } from "../pointer/json-object.ts";
import { anchorsOf, type Found, lookUp, type Place, placeId, type SourceFile } from "./source-file.ts";

/**
 * Opens the file that a `$ref` names.
 *
 * @throws Error with the reason and the way out
 */
export type OpenFile = (from: SourceFile, reference: string) => SourceFile;

/** Reports why a reference cannot be resolved. */
export type Refuse = (reason: string) => undefined;

const nothing: Refuse = () => undefined;

/** Resolves references across files, by JSON Pointer or anchor, also through other references. */
export class ReferenceFinder {
  readonly #openFile: OpenFile;
  readonly #anchors = new Map<SourceFile, ReadonlyMap<string, string>>();

  constructor(openFile: OpenFile) {
    this.#openFile = openFile;
  }

  /** Resolves a reference that is written at a place, in one or more steps. */
  find(reference: string, place: Place, fail: Refuse = nothing, hops = 0): Found | undefined {
    const hash = reference.indexOf("#");
    const uri = hash === -1 ? reference : reference.slice(0, hash);
    const fragment = hash === -1 ? "" : reference.slice(hash + 1);
    let file = place.file;
    if (uri !== "" && !this.#isOwnName(uri, place)) {
      try {
        file = this.#openFile(place.file, uri);
      } catch (error) {
        return fail(error instanceof Error ? error.message : String(error));
      }
    }
    const anchor = fragment !== "" && !fragment.startsWith("/") ? this.#anchor(file, fragment) : undefined;
    const pointer = fragment === "" || fragment.startsWith("/") ? `#${fragment}` : anchor;
    const found = pointer === undefined ? undefined : lookUp(file, pointer);
    if (found === undefined) return fail("it points at nothing; correct it, or add what it points at");
    if (!("through" in found)) return found;
    if (hops > 16) return fail("it leads back to itself");
    const through = this.find(found.through, { file, pointer: found.at }, fail, hops + 1);
    if (through === undefined) return undefined;
    return this.find(
      through.pointer + found.rest,
      { file: through.file, pointer: through.pointer },
      fail,
      hops + 1,
    );
  }

  /** Whether a URI is the file's own `$self`, under which others and the file itself may refer to it (OpenAPI 3.2). */
  #isOwnName(uri: string, { file }: Place): boolean {
    const self = isJsonObject(file.root) ? file.root.$self : undefined;
    if (typeof self !== "string" || self === "") return false;
    return uri === self || (URL.canParse(uri, self) && new URL(uri, self).href === self);
  }

  #anchor(file: SourceFile, name: string): string | undefined {
    const anchors = this.#anchors.get(file) ?? anchorsOf(file);
    this.#anchors.set(file, anchors);
    return anchors.get(name);
  }

  /** Whether references alone lead from a value back to the place that refers to it. */
  leadsInCircle(start: Found, from: Place): boolean {
    const seen = new Set([placeId(from)]);
    for (let at: Found | undefined = start; at !== undefined; ) {
      if (!isJsonObject(at.value) || typeof at.value.$ref !== "string") return false;
      if (seen.has(placeId(at))) return true;
      seen.add(placeId(at));
      at = this.find(at.value.$ref, at);
    }
    return false;
  }
}
