import { describeValue } from "../pointer/describe-value.ts";
import { DocumentError, type DocumentProblem } from "../pointer/document-error.ts";
import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { childPointer, pointerTokens } from "../pointer/json-pointer.ts";
import type { SourceLocation } from "../pointer/source-location.ts";
import { circularSchemas } from "./circular-schemas.ts";
import { ComponentNames } from "./component-names.ts";
import { type ObjectName, type ObjectRule, objectRules, type Rule } from "./object-rules.ts";
import { plainCopy } from "./plain-copy.ts";
import { probableMistakes } from "./probable-mistakes.ts";
import { anchorsOf, type Found, lookUp, type Place, type SourceFile } from "./source-file.ts";
import { unsupportedFeature } from "./unsupported-feature.ts";

/** Something that its author should know. */
export interface DocumentWarning extends DocumentProblem {
  /** Warnings of one kind are told together. */
  readonly kind: string;
}

/** A document in one piece. */
export interface BundledDocument {
  /** Every `$ref` points into it, and leads to something that is not a `$ref`. It shares no object with the files. */
  readonly document: JsonObject;
  readonly warnings: readonly DocumentWarning[];
  /** Finds the file and pointer that a pointer into `document` was written at. */
  readonly locate: (pointer: string) => SourceLocation;
}

/**
 * Opens the file that a `$ref` names.
 *
 * @throws Error that says why it cannot be read, and the way out
 */
export type OpenFile = (from: SourceFile, reference: string) => SourceFile;

type MutableObject = Record<string, unknown>;

/** All that is wrong is found; more than this says nobody anything new. */
const MOST_PROBLEMS = 100;

/**
 * Brings a document of many files into one, and checks on the way that each object is what OpenAPI says it is. Components
 * of other files go to `components`, what cannot be one is written out in its place. Only objects that the specification
 * names are looked into: `$ref` in an example, a default or an extension is data.
 *
 * @throws DocumentError with every place that is wrong
 */
export function bundleDocument(root: SourceFile, openFile: OpenFile): BundledDocument {
  return new Bundler(root, openFile).bundle();
}

class Bundler {
  readonly #root: SourceFile;
  readonly #openFile: OpenFile;
  readonly #names: ComponentNames;
  readonly #problems: DocumentProblem[] = [];
  readonly #warnings: DocumentWarning[] = [];
  /** Places of the root file that were looked into as an object of the specification. */
  readonly #visited = new Set<string>();
  /** Places of the root file that a `$ref` points at, with what is expected there. */
  readonly #targets = new Map<string, ObjectName>();
  readonly #origins: { readonly out: string; readonly place: Place }[] = [];
  readonly #components: {
    readonly kind: string;
    readonly name: string;
    readonly rule: ObjectName;
    readonly found: Found;
  }[] = [];
  readonly #anchors = new Map<SourceFile, ReadonlyMap<string, string>>();

  constructor(root: SourceFile, openFile: OpenFile) {
    this.#root = root;
    this.#openFile = openFile;
    this.#names = new ComponentNames(root.root);
  }

  bundle(): BundledDocument {
    this.#claimComponents();
    const root = { file: this.#root, pointer: "#" };
    const document = this.#object(this.#root.root, "document", root, "#", []) as MutableObject;
    this.#throwProblems();
    if (!isJsonObject(document.components)) document.components = {};
    const components = document.components as Record<string, MutableObject>;
    for (let next = this.#components.shift(); next !== undefined; next = this.#components.shift()) {
      const { kind, name, rule, found } = next;
      const out = childPointer(childPointer("#/components", kind), name);
      this.#origins.push({ out, place: found });
      components[kind] ??= {};
      define(components[kind], name, this.#object(found.value, rule, found, out, [placeId(found)]));
    }
    this.#lookIntoTargets(document);
    this.#throwProblems();
    const schemas = [...this.#targets].flatMap(([pointer, name]) => (name === "schema" ? [pointer] : []));
    for (const pointer of circularSchemas(document, schemas)) {
      const reason =
        "this schema is made of nothing but itself (through $ref, allOf, oneOf, anyOf), so no value can be told by it; give it something of its own";
      this.#problems.push({ reason, location: this.#locate(pointer) });
    }
    this.#throwProblems();
    return { document, warnings: this.#warnings, locate: (pointer) => this.#locate(pointer) };
  }

  #throwProblems(): void {
    if (this.#problems.length > 0) throw DocumentError.of(this.#problems);
  }

  /** A component of the root file that is nothing but a `$ref` to another file is that file's component. */
  #claimComponents(): void {
    const components = isJsonObject(this.#root.root) ? this.#root.root.components : undefined;
    if (!isJsonObject(components)) return;
    for (const [kind, named] of Object.entries(components)) {
      for (const [name, node] of Object.entries(isJsonObject(named) ? named : {})) {
        const place = { file: this.#root, pointer: childPointer(childPointer("#/components", kind), name) };
        for (let at: Found = { ...place, value: node }, hops = 0; hops < 16; hops += 1) {
          if (
            !isJsonObject(at.value) ||
            typeof at.value.$ref !== "string" ||
            Object.keys(at.value).length !== 1
          )
            break;
          const target = this.#find(at.value.$ref, at, () => undefined);
          if (target === undefined) break;
          if (target.file !== this.#root) this.#names.claim(kind, name, target);
          else if (at.file !== this.#root || at.pointer === target.pointer) break;
          at = target;
        }
      }
    }
  }

  /** What a `$ref` points at and no rule led to, such as a schema in an extension, is looked into as well. */
  #lookIntoTargets(document: MutableObject): void {
    for (const [pointer, name] of this.#targets) {
      if (this.#visited.has(pointer)) continue;
      const found = lookUp(this.#root, pointer);
      if (found === undefined || "through" in found) continue;
      const copy = this.#object(found.value, name, found, pointer, []);
      const at = pointer.lastIndexOf("/");
      const parent = lookUp({ ...this.#root, root: document }, pointer.slice(0, at));
      if (at < 1 || parent === undefined || "through" in parent) continue;
      define(parent.value as MutableObject, pointerTokens(found.pointer).at(-1) ?? "", copy);
    }
  }

  #locate(pointer: string): SourceLocation {
    let best: { out: string; place: Place } | undefined;
    for (const origin of this.#origins) {
      const inside = pointer === origin.out || pointer.startsWith(`${origin.out}/`);
      if (inside && origin.out.length >= (best?.out.length ?? 0)) best = origin;
    }
    if (best === undefined) return { file: this.#root.shown, pointer };
    return { file: best.place.file.shown, pointer: best.place.pointer + pointer.slice(best.out.length) };
  }

  #problem(place: Place, reason: string): undefined {
    if (this.#problems.length < MOST_PROBLEMS)
      this.#problems.push({ reason, location: { file: place.file.shown, pointer: place.pointer } });
    return undefined;
  }

  #warn(kind: string, place: Place, reason: string): void {
    this.#warnings.push({ kind, reason, location: { file: place.file.shown, pointer: place.pointer } });
  }

  #value(
    node: unknown,
    rule: Rule,
    key: string,
    place: Place,
    out: string,
    trail: readonly string[],
  ): unknown {
    if (rule === "any") return plainCopy(node);
    if (typeof rule === "string") return this.#scalar(node, rule, key, place);
    if ("either" in rule) {
      const [first = "any", second = "any"] = rule.either;
      return this.#value(node, Array.isArray(node) ? first : second, key, place, out, trail);
    }
    if ("object" in rule) return this.#object(node, rule.object, place, out, trail);
    if ("list" in rule) return this.#list(node, rule.list, key, place, out, trail);
    return this.#map(node, rule.map, key, place, out, trail);
  }

  #scalar(node: unknown, rule: "text" | "flag" | "number", key: string, place: Place): unknown {
    if (rule === "text") {
      if (typeof node === "string") return node;
      const text = this.#textOfFile(node, place);
      if (text !== undefined) return text;
      const wayOut =
        typeof node === "number" || typeof node === "boolean" ? "quote it" : "write a text, or leave it out";
      return this.#problem(place, `${key} must be a string, and is ${describeValue(node)}; ${wayOut}`);
    }
    if (rule === "flag") {
      if (typeof node === "boolean") return node;
      return this.#problem(
        place,
        `${key} must be true or false, and is ${describeValue(node)}; write it without quotes, or leave it out`,
      );
    }
    if (typeof node === "number") return node;
    return this.#problem(
      place,
      `${key} must be a number, and is ${describeValue(node)}; write it without quotes, or leave it out`,
    );
  }

  /** Some tools let a text stand in a file of its own: `description: { $ref: order.md }`. */
  #textOfFile(node: unknown, place: Place): string | undefined {
    if (!isJsonObject(node) || typeof node.$ref !== "string") return undefined;
    const found = this.#followed(node.$ref, place, []);
    return typeof found?.value === "string" ? found.value : undefined;
  }

  #list(
    node: unknown,
    rule: Rule,
    key: string,
    place: Place,
    out: string,
    trail: readonly string[],
  ): unknown {
    if (!Array.isArray(node)) {
      return this.#problem(
        place,
        `${key} must be a list, and is ${describeValue(node)}; write a list, or leave it out`,
      );
    }
    return node.map((item, index) =>
      this.#value(item, rule, `each item of ${key}`, at(place, index), childPointer(out, index), trail),
    );
  }

  #map(node: unknown, rule: Rule, key: string, place: Place, out: string, trail: readonly string[]): unknown {
    if (!isJsonObject(node)) {
      return this.#problem(
        place,
        `${key} must be an object, and is ${describeValue(node)}; write an object, or leave it out`,
      );
    }
    if (typeof node.$ref === "string" && rule !== "text") {
      const found = this.#followed(node.$ref, place, trail);
      if (found === undefined) return undefined;
      this.#origins.push({ out, place: found });
      return this.#map(found.value, rule, key, found, out, [...trail, placeId(found)]);
    }
    const copy: MutableObject = {};
    for (const [name, value] of Object.entries(node)) {
      const isExtension = name.startsWith("x-") && !isJsonObject(value);
      const copied = isExtension
        ? plainCopy(value)
        : this.#value(value, rule, `each member of ${key}`, at(place, name), childPointer(out, name), trail);
      define(copy, name, copied);
    }
    return copy;
  }

  #object(node: unknown, name: ObjectName, place: Place, out: string, trail: readonly string[]): unknown {
    const rule = objectRules[name];
    if (name === "schema" && typeof node === "boolean") return node;
    if (!isJsonObject(node)) {
      const wayOut =
        node === null ? "write {} for an empty one, or leave its key out" : `write ${article(rule.title)}`;
      return this.#problem(
        place,
        `expected ${article(rule.title)} (an object), found ${describeValue(node)}; ${wayOut}`,
      );
    }
    if (place.file === this.#root && place.pointer === out) this.#visited.add(place.pointer);
    if (
      Object.hasOwn(node, "$ref") &&
      name !== "document" &&
      name !== "components" &&
      name !== "requirement"
    ) {
      return this.#reference(node, name, place, out, trail);
    }
    return this.#members(node, name, place, out, trail);
  }

  #members(
    node: JsonObject,
    name: ObjectName,
    place: Place,
    out: string,
    trail: readonly string[],
  ): MutableObject {
    const { fields, others = "any" }: ObjectRule = objectRules[name];
    for (const { kind, reason, path } of probableMistakes(name, node))
      this.#warn(kind, at(place, ...path), reason);
    const unsupported = unsupportedFeature(name, node);
    if (unsupported !== undefined) this.#problem(at(place, unsupported.key), unsupported.reason);
    const copy: MutableObject = {};
    for (const [key, value] of Object.entries(node)) {
      if (key === "$ref") continue;
      const rule = key.startsWith("x-")
        ? "any"
        : Object.hasOwn(fields, key)
          ? (fields[key] ?? "any")
          : others;
      if (value === null && rule === "text") {
        this.#warn(
          "empty text",
          at(place, key),
          `${key} is empty (null) and is left out; write a text, or remove it`,
        );
      } else if (name === "schema" && key === "required" && typeof value === "boolean") {
        const reason = `required is a list of property names in a schema; ${value} is ignored`;
        this.#warn("required without names", at(place, key), reason);
      } else if (name === "discriminator" && key === "mapping") {
        define(copy, key, this.#mapping(value, at(place, key)));
      } else {
        define(copy, key, this.#value(value, rule, key, at(place, key), childPointer(out, key), trail));
      }
    }
    return copy;
  }

  #reference(
    node: JsonObject,
    name: ObjectName,
    place: Place,
    out: string,
    trail: readonly string[],
  ): unknown {
    const { title, component } = objectRules[name];
    const { $ref } = node;
    if (typeof $ref !== "string") {
      return this.#problem(
        place,
        `$ref must be a string, and is ${describeValue($ref)}; point it at ${article(title)}, as in "#/components/…"`,
      );
    }
    const found = this.#find($ref, place, (reason) =>
      this.#problem(place, `cannot resolve $ref ${JSON.stringify($ref)}: ${reason}`),
    );
    if (found === undefined) return undefined;
    const beside = this.#members(node, name, place, out, trail);
    const inRoot = found.file === this.#root;
    // A media type cannot be a reference before 3.2, and what reads the bundle knows none.
    if (
      (inRoot && name !== "mediaType") ||
      (component !== undefined && !this.#isClaimedBy(found, component, out))
    ) {
      if (this.#leadsInCircle(found, place)) {
        return this.#problem(place, `this $ref leads back to itself; point it at ${article(title)}`);
      }
      return withReference(
        node,
        beside,
        inRoot ? this.#inRoot(found, $ref, place, name) : this.#component(found, name, component ?? ""),
      );
    }
    const id = placeId(found);
    if (trail.includes(id))
      return this.#problem(place, `this $ref leads back to itself; ${article(title)} cannot contain itself`);
    this.#origins.push({ out, place: found });
    const target = this.#object(found.value, name, found, out, [...trail, id]);
    return isJsonObject(target) ? { ...target, ...beside } : target;
  }

  #inRoot(found: Found, written: string, place: Place, name: ObjectName): string {
    if (!this.#targets.has(found.pointer)) this.#targets.set(found.pointer, name);
    const plain = (written === "#" || written.startsWith("#/")) && !written.includes("%");
    // Kept as its author wrote it, unless it leads through another reference, has an anchor or escapes that not every reader
    // undoes, or comes from another file.
    const direct = place.file === this.#root && plain ? lookUp(this.#root, written) : undefined;
    return direct !== undefined && !("through" in direct) ? written : found.pointer;
  }

  #component(found: Found, rule: ObjectName, kind: string): string {
    const { name, isNew } = this.#names.nameFor(kind, found);
    if (isNew) this.#components.push({ kind, name, rule, found });
    return childPointer(childPointer("#/components", kind), name);
  }

  /** Whether the component at a place of the bundle is what was found: then it is written out there. */
  #isClaimedBy(found: Found, kind: string, out: string): boolean {
    const name = this.#names.claimed(kind, found);
    return name !== undefined && childPointer(childPointer("#/components", kind), name) === out;
  }

  #leadsInCircle(start: Found, from: Place): boolean {
    const seen = new Set([placeId(from)]);
    for (let at: Found | undefined = start; at !== undefined; ) {
      if (!isJsonObject(at.value) || typeof at.value.$ref !== "string") return false;
      if (seen.has(placeId(at))) return true;
      seen.add(placeId(at));
      at = this.#find(at.value.$ref, at, () => undefined);
    }
    return false;
  }

  /** Follows references until something that is none. */
  #followed(reference: string, place: Place, trail: readonly string[]): Found | undefined {
    const fail = (reason: string) =>
      this.#problem(place, `cannot resolve $ref ${JSON.stringify(reference)}: ${reason}`);
    const found = this.#find(reference, place, fail);
    if (found === undefined) return undefined;
    if (trail.includes(placeId(found))) return fail("it leads back to itself");
    return found;
  }

  #find(reference: string, place: Place, fail: (reason: string) => undefined, hops = 0): Found | undefined {
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
    const through = this.#find(found.through, { file, pointer: found.at }, fail, hops + 1);
    if (through === undefined) return undefined;
    return this.#find(
      through.pointer + found.rest,
      { file: through.file, pointer: through.pointer },
      fail,
      hops + 1,
    );
  }

  /** OpenAPI 3.2: a document may say itself under which URI others, and it itself, refer to it. */
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

  /** A mapping names schemas, or refers to them; to a plain name nothing is added. */
  #mapping(node: unknown, place: Place): unknown {
    if (!isJsonObject(node)) return this.#value(node, { map: "text" }, "mapping", place, place.pointer, []);
    const copy: MutableObject = {};
    for (const [value, target] of Object.entries(node)) {
      define(copy, value, this.#mappedSchema(target, at(place, value)));
    }
    return copy;
  }

  #mappedSchema(target: unknown, place: Place): unknown {
    if (typeof target !== "string") return this.#scalar(target, "text", "each member of mapping", place);
    if (this.#names.has("schemas", target)) return target;
    const found = this.#find(target, place, (reason) =>
      this.#problem(place, `cannot resolve $ref ${JSON.stringify(target)}: ${reason}`),
    );
    if (found === undefined) return undefined;
    return found.file === this.#root
      ? this.#inRoot(found, target, place, "schema")
      : this.#component(found, "schema", "schemas");
  }
}

function at(place: Place, ...keys: (string | number)[]): Place {
  return { file: place.file, pointer: keys.reduce<string>(childPointer, place.pointer) };
}

function placeId({ file, pointer }: Place): string {
  return `${file.id}${pointer}`;
}

/** `$ref` where its author wrote it among its siblings. */
function withReference(node: JsonObject, beside: MutableObject, $ref: string): MutableObject {
  const copy: MutableObject = {};
  for (const key of Object.keys(node)) {
    if (key === "$ref") copy.$ref = $ref;
    else if (Object.hasOwn(beside, key)) define(copy, key, beside[key]);
  }
  return copy;
}

/** Sets a member under any name: by assignment, `__proto__` would become the prototype. */
function define(target: MutableObject, name: string, value: unknown): void {
  if (name === "__proto__")
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  else target[name] = value;
}

function article(title: string): string {
  return `${/^[AEIO]/.test(title) ? "an" : "a"} ${title}`;
}
