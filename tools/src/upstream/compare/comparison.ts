import {
  type Alternative,
  areVariants,
  type JsonObject,
  NormalDocument,
  pairVariants,
  referenceTarget,
  valueShape,
} from "@np6/openapi-document";
import { addressOf } from "./address-of.ts";
import { describeObject, describeProperties, describeValue, describeVariants } from "./describe-value.ts";
import { type Described, leaf } from "./described.ts";
import { type Difference, onBoth, type Pair, type Statement } from "./difference.ts";
import { gradeAt, weakestGrade } from "./grade-at.ts";

/** A comparison of the vendor's document with the curated one, and what it found so far. */
export class Comparison {
  /** Read by what their authors mean: the vendor's generator takes OpenAPI lightly. */
  readonly documents: Pair<NormalDocument>;
  readonly #found = new Map<string, Difference>();
  readonly #compared = new Set<string>();

  constructor(documents: Pair<JsonObject>) {
    this.documents = onBoth(documents, (document) => new NormalDocument(document, "lenient"));
  }

  /** In the order in which they were found. */
  get differences(): Difference[] {
    return [...this.#found.values()];
  }

  /**
   * Compares what both documents say at a place, and all that is inside.
   * @param around - where a thing stands that a document lacks
   * @param place - the way to it from an operation
   */
  compare(described: Pair<readonly Described[]>, around: Pair<string>, place: string): void {
    const all = onBoth(described, (some) => new Map(some.map((one) => [`${one.fact} ${one.key}`, one])));
    for (const key of new Set([...all.curated.keys(), ...all.vendor.keys()])) {
      const [vendor, curated] = [all.vendor.get(key), all.curated.get(key)];
      const one = curated ?? vendor;
      if (one === undefined) continue;
      const at = stepInto(place, one.name);
      if (vendor !== undefined && curated !== undefined) {
        const pair = { vendor, curated };
        if (one.isCompared) this.#state(one, pair, at);
        const inside = onBoth(pair, (side) => side.inside);
        this.compare(
          inside,
          onBoth(pair, ({ pointer }) => pointer),
          at,
        );
        const views = onBoth(pair, ({ view = [] }) => view);
        if (views.curated.length > 0) this.compareSchemas(views, /^[.[<]/.test(one.name) ? at : `${at} `);
      } else if (one.absent !== undefined) {
        const lacks = { text: one.absent, present: false };
        const pair = onBoth({ vendor, curated }, (has, side) => has ?? { ...lacks, pointer: around[side] });
        this.#state(one, pair, at);
      }
    }
  }

  /** Compares what two schemas say of a value, and all that is inside. Names of schemas are not compared. */
  compareSchemas(views: Pair<readonly string[]>, place: string): void {
    if (this.#compared.size === this.#compared.add(JSON.stringify(views)).size) return;
    const shapes = onBoth(views, (view, side) => {
      const form = this.documents[side];
      return valueShape(form, form.alternatives(view));
    });
    const refers = onBoth(views, ([pointer = "#"], side) =>
      Object.hasOwn(Object(referenceTarget(this.documents[side].document, pointer)), "$ref"),
    );
    // Where both only refer to a schema, a difference belongs to the schemas; else to the place that is being compared.
    const written = refers.vendor && refers.curated;
    const at = onBoth(views, ([pointer = "#"], side) => (written && shapes[side].writtenAt) || pointer);
    const values = onBoth(shapes, (shape, side) => describeValue(this.documents[side], shape, at[side]));
    this.compare(values, at, place);
    const { vendor, curated } = shapes;
    if (vendor.type === "any" || curated.type === "any") return;
    if (vendor.objects.length > 0 && curated.objects.length > 0)
      this.#compareObjects(
        onBoth(shapes, ({ objects }) => objects),
        at,
        place,
      );
  }

  #compareObjects(objects: Pair<readonly Alternative[]>, at: Pair<string>, place: string): void {
    const one = (["vendor", "curated"] as const).find((side) => !areVariants(objects[side]));
    if (one !== undefined && !areVariants(objects[one === "vendor" ? "curated" : "vendor"])) {
      const described = onBoth(objects, ([object], side) =>
        object === undefined ? [] : describeObject(this.documents[side], object, at[side]),
      );
      this.compare(described, at, place);
    } else this.#compareVariants(objects, one, at, place);
  }

  /**
   * Compares objects variant by variant. The property that tells them apart is not compared: it is what names them.
   * @param one - the side that has no variants, but one object; each variant is compared with it
   */
  #compareVariants(
    objects: Pair<readonly Alternative[]>,
    one: "vendor" | "curated" | undefined,
    at: Pair<string>,
    place: string,
  ): void {
    const { vendor, curated } = this.documents;
    const [there, here] = pairVariants(vendor, curated, objects.vendor, objects.curated);
    const variants = { vendor: there, curated: here };
    const told = [there.told, here.told].filter((name) => name !== undefined);
    const described = onBoth(variants, (some, side) => {
      const by = some.told === undefined ? [] : [leaf("variant", at[side], `told apart by ${some.told}`)];
      if (one === side || (one !== undefined && told.length === 0)) return by;
      return [...by, ...describeVariants(this.documents[side], objects[side], some, at[side], told)];
    });
    this.compare(described, at, place);
    if (one === undefined) return;
    const [object] = objects[one];
    // An object of which nothing is said is not compared property by property.
    if (object === undefined || this.documents[one].facts(object).properties.size === 0) return;
    const many = one === "vendor" ? "curated" : "vendor";
    const { named, rest } = variants[many];
    // It may have the properties of any variant.
    const left = new Set(describeProperties(this.documents[one], object, at[one], told));
    const all = [...left];
    for (const [name, variant] of [...named, ...(rest === undefined ? [] : [["others", rest] as const])]) {
      const pointer = variant.variant ?? at[many];
      const properties = describeProperties(this.documents[many], variant, pointer, told);
      const own = all.filter(({ key }) => properties.some((property) => property.key === key));
      for (const property of own) left.delete(property);
      const pair = { vendor: own, curated: own, [many]: properties };
      this.compare(pair, { ...at, [many]: pointer }, stepInto(place, `<${name}>`));
    }
    this.compare({ vendor: [...left], curated: [...left], [many]: [] }, at, place);
  }

  /** States what both say, if they do not say the same. One difference is stated once, with all its places. */
  #state({ fact, name, within = "" }: Described, { vendor, curated }: Pair<Statement>, place: string): void {
    if (vendor.text === curated.text) return;
    const { document } = this.documents.curated;
    // What the curated spec has no place for is named by the vendor's.
    const at =
      curated.pointer === ""
        ? addressOf(this.documents.vendor.document, vendor.pointer)
        : addressOf(document, curated.pointer, curated.present ? "" : name);
    const statement = ({ text, present, pointer }: Statement): Statement => ({ text, present, pointer });
    const grades = [curated.pointer, within].map((pointer) => gradeAt(document, pointer));
    const stated = {
      fact,
      relation: !curated.present ? "vendor only" : vendor.present ? "different" : "curated only",
      ...onBoth({ vendor, curated }, statement),
      grade: curated.present ? weakestGrade(grades) : undefined,
    } as const;
    // What it is about: the things that the documents have, not the places where one is missing.
    const sides = [vendor, curated].map(({ present, pointer, text }) => (present ? [pointer, text] : text));
    const key = JSON.stringify([fact, sides]);
    const known = this.#found.get(key) ?? { ...stated, at, alsoAt: [], places: [] };
    const alsoAt = new Set([...known.alsoAt, at]).difference(new Set([known.at]));
    const places = new Set([...known.places, place.trim()]);
    this.#found.set(key, { ...known, alsoAt: [...alsoAt], places: [...places] });
  }
}

/** Adds a step to the way to a difference; what follows the operation and its part begins with a blank, not a dot. */
function stepInto(place: string, step: string): string {
  if (!/^[.[<]/.test(step)) return `${place} ${step}`.trim();
  return place.endsWith(" ") ? place + step.replace(/^\./, "") : place + step;
}
