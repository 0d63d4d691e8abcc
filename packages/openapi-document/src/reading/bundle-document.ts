import { describeValue } from "../pointer/describe-value.ts";
import { isJsonObject, type JsonObject } from "../pointer/json-object.ts";
import { pointerTokens } from "../pointer/json-pointer.ts";
import type { SourceLocation } from "../pointer/source-location.ts";
import { circularSchemas } from "../schemas/circular-schemas.ts";
import { claimComponents } from "./claim-components.ts";
import { ComponentNames } from "./component-names.ts";
import { define, type MutableObject, withReference } from "./define-member.ts";
import { type OpenFile, ReferenceFinder } from "./find-reference.ts";
import { type DocumentWarning, Findings } from "./findings.ts";
import { article, type ObjectName, type ObjectRule, objectRules, type Rule } from "./object-rules.ts";
import { Origins } from "./origins.ts";
import { plainCopy } from "./plain-copy.ts";
import { probableMistakes } from "./probable-mistakes.ts";
import { scalarProblem, shapeProblem } from "./scalar-problem.ts";
import { type Found, lookUp, type Place, placeId, type SourceFile } from "./source-file.ts";
import { at, elsewhere, inside, type Spot } from "./spot.ts";
import { unsupportedFeature } from "./unsupported-feature.ts";

/** A bundled document. */
export interface BundledDocument {
  /** Every `$ref` points into it, at something other than a `$ref`. It shares no object with the files. */
  readonly document: JsonObject;
  readonly warnings: readonly DocumentWarning[];
  /** Finds the source file and pointer for a pointer into `document`. */
  readonly locate: (pointer: string) => SourceLocation;
}

/**
 * Bundles a document of many files, and checks each object against the rules of OpenAPI. Components of other files move
 * to `components`; objects that cannot be components are copied in place. Only objects of the specification are
 * searched: a `$ref` in an example, a default or an extension is data.
 *
 * @throws DocumentError with all problems
 */
export function bundleDocument(root: SourceFile, openFile: OpenFile): BundledDocument {
  return new Bundler(root, openFile).bundle();
}

const NEVER_REFERENCES: ReadonlySet<ObjectName> = new Set(["document", "components", "requirement"]);

class Bundler {
  readonly #root: SourceFile;
  readonly #finder: ReferenceFinder;
  readonly #names: ComponentNames;
  readonly #findings = new Findings();
  /** Pointers of the root file that were visited as an object of the specification. */
  readonly #visited = new Set<string>();
  /** Pointers of the root file that a `$ref` points at, with the kind of object expected there. */
  readonly #targets = new Map<string, ObjectName>();
  readonly #origins: Origins;

  constructor(root: SourceFile, openFile: OpenFile) {
    this.#root = root;
    this.#finder = new ReferenceFinder(openFile);
    this.#origins = new Origins(root);
    this.#names = new ComponentNames(root.root);
  }

  bundle(): BundledDocument {
    claimComponents(this.#root, this.#names, this.#finder);
    const root = { file: this.#root, pointer: "#" };
    const document = this.#object(this.#root.root, "document", {
      place: root,
      out: "#",
      trail: [],
    }) as MutableObject;
    this.#findings.throwProblems();
    if (!isJsonObject(document.components)) document.components = {};
    const components = document.components as Record<string, MutableObject>;
    for (let next = this.#names.next(); next !== undefined; next = this.#names.next()) {
      const { kind, name, rule, found, pointer: out } = next;
      this.#origins.add(out, found);
      components[kind] ??= {};
      define(
        components[kind],
        name,
        this.#object(found.value, rule, { place: found, out, trail: [placeId(found)] }),
      );
    }
    this.#lookIntoTargets(document);
    this.#findings.throwProblems();
    const schemas = [...this.#targets].flatMap(([pointer, name]) => (name === "schema" ? [pointer] : []));
    for (const pointer of circularSchemas(document, schemas)) {
      const reason =
        "this schema is made of nothing but itself: it leads back to itself through $ref, allOf, anyOf or oneOf alone, so no value can be checked by it; let the circle go through a property or an element of an array";
      this.#findings.problems.push({ reason, location: this.#origins.locate(pointer) });
    }
    this.#findings.throwProblems();
    return {
      document,
      warnings: this.#findings.warnings,
      locate: (pointer) => this.#origins.locate(pointer),
    };
  }

  /** Visits targets of a `$ref` that no rule led to, such as a schema in an extension. */
  #lookIntoTargets(document: MutableObject): void {
    for (const [pointer, name] of this.#targets) {
      if (this.#visited.has(pointer)) continue;
      const found = lookUp(this.#root, pointer);
      if (found === undefined || "through" in found) continue;
      const copy = this.#object(found.value, name, { place: found, out: pointer, trail: [] });
      const at = pointer.lastIndexOf("/");
      const parent = lookUp({ ...this.#root, root: document }, pointer.slice(0, at));
      if (at < 1 || parent === undefined || "through" in parent) continue;
      define(parent.value as MutableObject, pointerTokens(found.pointer).at(-1) ?? "", copy);
    }
  }

  #value(node: unknown, rule: Rule, key: string, spot: Spot): unknown {
    if (rule === "any") return plainCopy(node);
    if (typeof rule === "string") return this.#scalar(node, rule, key, spot.place);
    if ("either" in rule) {
      const [first = "any", second = "any"] = rule.either;
      return this.#value(node, Array.isArray(node) ? first : second, key, spot);
    }
    if ("object" in rule) return this.#object(node, rule.object, spot);
    if ("list" in rule) return this.#list(node, rule.list, key, spot);
    return this.#map(node, rule.map, key, spot);
  }

  #scalar(node: unknown, rule: "text" | "flag" | "number", key: string, place: Place): unknown {
    const problem = scalarProblem(node, rule, key);
    if (problem === undefined) return node;
    const text = rule === "text" ? this.#textOfFile(node, place) : undefined;
    return text ?? this.#findings.problem(place, problem);
  }

  /** Reads a text from its own file, which some tools allow: `description: { $ref: order.md }`. */
  #textOfFile(node: unknown, place: Place): string | undefined {
    if (!isJsonObject(node) || typeof node.$ref !== "string") return undefined;
    const found = this.#followed(node.$ref, place, []);
    return typeof found?.value === "string" ? found.value : undefined;
  }

  #list(node: unknown, rule: Rule, key: string, spot: Spot): unknown {
    const { place } = spot;
    if (!Array.isArray(node)) {
      return this.#findings.problem(place, shapeProblem(node, "a list", key));
    }
    return node.map((item, index) => this.#value(item, rule, `each item of ${key}`, inside(spot, index)));
  }

  #map(node: unknown, rule: Rule, key: string, spot: Spot): unknown {
    const { place, out, trail } = spot;
    if (!isJsonObject(node)) {
      return this.#findings.problem(place, shapeProblem(node, "an object", key));
    }
    if (typeof node.$ref === "string" && rule !== "text") {
      const found = this.#followed(node.$ref, place, trail);
      if (found === undefined) return undefined;
      this.#origins.add(out, found);
      return this.#map(found.value, rule, key, elsewhere(spot, found));
    }
    const copy: MutableObject = {};
    for (const [name, value] of Object.entries(node)) {
      const isExtension = name.startsWith("x-") && !isJsonObject(value);
      const copied = isExtension
        ? plainCopy(value)
        : this.#value(value, rule, `each member of ${key}`, inside(spot, name));
      define(copy, name, copied);
    }
    return copy;
  }

  #object(node: unknown, name: ObjectName, spot: Spot): unknown {
    const { place, out } = spot;
    const rule = objectRules[name];
    if (name === "schema" && typeof node === "boolean") return node;
    if (!isJsonObject(node)) {
      const wayOut =
        node === null ? "write {} for an empty one, or leave its key out" : `write ${article(rule.title)}`;
      return this.#findings.problem(
        place,
        `expected ${article(rule.title)} (an object), found ${describeValue(node)}; ${wayOut}`,
      );
    }
    if (place.file === this.#root && place.pointer === out) this.#visited.add(place.pointer);
    const isReference = Object.hasOwn(node, "$ref") && !NEVER_REFERENCES.has(name);
    return isReference ? this.#reference(node, name, spot) : this.#members(node, name, spot);
  }

  #members(node: JsonObject, name: ObjectName, spot: Spot): MutableObject {
    const { place } = spot;
    const { fields, others = "any" }: ObjectRule = objectRules[name];
    for (const { kind, reason, path } of probableMistakes(name, node))
      this.#findings.warn(kind, at(place, ...path), reason);
    const unsupported = unsupportedFeature(name, node);
    if (unsupported !== undefined) this.#findings.problem(at(place, unsupported.key), unsupported.reason);
    const copy: MutableObject = {};
    for (const [key, value] of Object.entries(node)) {
      if (key === "$ref") continue;
      const rule = key.startsWith("x-")
        ? "any"
        : Object.hasOwn(fields, key)
          ? (fields[key] ?? "any")
          : others;
      if (value === null && rule === "text") {
        this.#findings.warn(
          "empty text",
          at(place, key),
          `${key} is empty (null) and is left out; write a text, or remove it`,
        );
      } else if (name === "schema" && key === "required" && typeof value === "boolean") {
        const reason = `required is a list of property names in a schema; ${value} is ignored`;
        this.#findings.warn("required without names", at(place, key), reason);
      } else if (name === "discriminator" && key === "mapping") {
        define(copy, key, this.#mapping(value, at(place, key)));
      } else {
        define(copy, key, this.#value(value, rule, key, inside(spot, key)));
      }
    }
    return copy;
  }

  #reference(node: JsonObject, name: ObjectName, spot: Spot): unknown {
    const { place, out, trail } = spot;
    const { title, component } = objectRules[name];
    const { $ref } = node;
    if (typeof $ref !== "string") {
      return this.#findings.problem(
        place,
        `$ref must be a string, and is ${describeValue($ref)}; point it at ${article(title)}, as in "#/components/…"`,
      );
    }
    const found = this.#finder.find($ref, place, (reason) =>
      this.#findings.problem(place, `cannot resolve $ref ${JSON.stringify($ref)}: ${reason}`),
    );
    if (found === undefined) return undefined;
    const beside = this.#members(node, name, spot);
    const inRoot = found.file === this.#root;
    // Before 3.2, a media type cannot be a reference, and readers of the bundle do not support one.
    if (
      (inRoot && name !== "mediaType") ||
      (component !== undefined && this.#names.claimedPointer(component, found) !== out)
    ) {
      if (this.#finder.leadsInCircle(found, place)) {
        return this.#findings.problem(place, `this $ref leads back to itself; point it at ${article(title)}`);
      }
      return withReference(
        node,
        beside,
        inRoot ? this.#inRoot(found, $ref, place, name) : this.#names.refer(component ?? "", name, found),
      );
    }
    const id = placeId(found);
    if (trail.includes(id))
      return this.#findings.problem(
        place,
        `this $ref leads back to itself; ${article(title)} cannot contain itself`,
      );
    this.#origins.add(out, found);
    const target = this.#object(found.value, name, elsewhere(spot, found));
    return isJsonObject(target) ? { ...target, ...beside } : target;
  }

  #inRoot(found: Found, written: string, place: Place, name: ObjectName): string {
    if (!this.#targets.has(found.pointer)) this.#targets.set(found.pointer, name);
    const plain = (written === "#" || written.startsWith("#/")) && !written.includes("%");
    // A reference stays as its author wrote it, with three exceptions. It leads through another reference; it has an
    // anchor or an escape, which some readers do not decode; or it is in another file.
    const direct = place.file === this.#root && plain ? lookUp(this.#root, written) : undefined;
    return direct !== undefined && !("through" in direct) ? written : found.pointer;
  }

  /** Follows references to the first value that is not a reference. */
  #followed(reference: string, place: Place, trail: readonly string[]): Found | undefined {
    const fail = (reason: string) =>
      this.#findings.problem(place, `cannot resolve $ref ${JSON.stringify(reference)}: ${reason}`);
    const found = this.#finder.find(reference, place, fail);
    if (found === undefined) return undefined;
    if (trail.includes(placeId(found))) return fail("it leads back to itself");
    return found;
  }

  /** Copies a mapping, whose values are names of schemas or references. A plain name is kept unchanged. */
  #mapping(node: unknown, place: Place): unknown {
    if (!isJsonObject(node))
      return this.#map(node, "text", "mapping", { place, out: place.pointer, trail: [] });
    const copy: MutableObject = {};
    for (const [value, target] of Object.entries(node)) {
      define(copy, value, this.#mappedSchema(target, at(place, value)));
    }
    return copy;
  }

  #mappedSchema(target: unknown, place: Place): unknown {
    if (typeof target !== "string") return this.#scalar(target, "text", "each member of mapping", place);
    if (this.#names.has("schemas", target)) return target;
    const found = this.#finder.find(target, place, (reason) =>
      this.#findings.problem(place, `cannot resolve $ref ${JSON.stringify(target)}: ${reason}`),
    );
    if (found === undefined) return undefined;
    return found.file === this.#root
      ? this.#inRoot(found, target, place, "schema")
      : this.#names.refer("schemas", "schema", found);
  }
}
