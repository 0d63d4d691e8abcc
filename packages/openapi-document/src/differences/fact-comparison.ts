import type { Alternative } from "../normal/alternative.ts";
import { NormalDocument } from "../normal/normal-document.ts";
import { pairVariants } from "../normal/pair-variants.ts";
import { areVariants, valueShape } from "../normal/value-shape.ts";
import type { JsonObject } from "../pointer/json-object.ts";
import { referenceTarget } from "../pointer/reference-target.ts";
import { type Both, onBoth } from "./both.ts";
import { describeObject, describeProperties, describeShape, describeVariants } from "./describe-shape.ts";
import { type Described, leaf } from "./described.ts";

/** A difference between two documents. It is not judged. */
export interface FactDifference extends Both<Described> {
  /** Path from an operation to the difference, for example `POST /things 200 application/json nodes[]<wait>.next`. */
  readonly place: string;
}

/** Compares two documents of different authors, fact by fact. */
export class FactComparison {
  readonly documents: Both<NormalDocument>;
  readonly #tell: (difference: FactDifference) => void;
  readonly #compared = new Set<string>();

  /** Both documents are read leniently, so that a mistake of an author is no difference. */
  constructor(documents: Both<JsonObject>, tell: (difference: FactDifference) => void) {
    this.documents = onBoth(documents, (document) => new NormalDocument(document, "lenient"));
    this.#tell = tell;
  }

  /**
   * Compares two lists of described things and everything inside them.
   * @param around - pointers to the surrounding thing, used if a document lacks a thing
   * @param place - path from an operation to this place
   */
  compare(described: Both<readonly Described[]>, around: Both<string>, place: string): void {
    const all = onBoth(described, (some) => new Map(some.map((one) => [`${one.fact} ${one.key}`, one])));
    for (const key of new Set([...all.right.keys(), ...all.left.keys()])) {
      const [left, right] = [all.left.get(key), all.right.get(key)];
      const one = right ?? left;
      if (one === undefined) continue;
      const at = stepInto(place, one.name);
      if (left !== undefined && right !== undefined) {
        const pair = { left, right };
        if (one.isCompared && left.text !== right.text) this.#tell({ ...pair, place: at.trim() });
        const inside = onBoth(pair, (side) => side.inside);
        this.compare(
          inside,
          onBoth(pair, ({ pointer }) => pointer),
          at,
        );
        const views = onBoth(pair, ({ view = [] }) => view);
        if (views.right.length > 0) this.compareSchemas(views, /^[.[<]/.test(one.name) ? at : `${at} `);
      } else if (one.absent !== undefined) {
        const lacks = { ...one, text: one.absent, present: false };
        const pair = onBoth({ left, right }, (has, side) => has ?? { ...lacks, pointer: around[side] });
        this.#tell({ ...pair, place: at.trim() });
      }
    }
  }

  /** Compares two schemas and everything inside them. Names of schemas are not compared. */
  compareSchemas(views: Both<readonly string[]>, place: string): void {
    if (this.#compared.size === this.#compared.add(JSON.stringify(views)).size) return;
    const shapes = onBoth(views, (view, side) => {
      const form = this.documents[side];
      return valueShape(form, form.alternatives(view));
    });
    const refers = onBoth(views, ([pointer = "#"], side) =>
      Object.hasOwn(Object(referenceTarget(this.documents[side].document, pointer)), "$ref"),
    );
    // If both places only refer to a schema, a difference belongs to the schemas; otherwise it belongs to the place.
    const written = refers.left && refers.right;
    const at = onBoth(views, ([pointer = "#"], side) => (written && shapes[side].writtenAt) || pointer);
    const values = onBoth(shapes, (shape, side) =>
      describeShape(this.documents[side], shape, at[side], shapes[side === "left" ? "right" : "left"]),
    );
    this.compare(values, at, place);
    const { left, right } = shapes;
    if (left.type === "any" || right.type === "any") return;
    if (left.objects.length > 0 && right.objects.length > 0)
      this.#compareObjects(
        onBoth(shapes, ({ objects }) => objects),
        at,
        place,
      );
  }

  #compareObjects(objects: Both<readonly Alternative[]>, at: Both<string>, place: string): void {
    const one = (["left", "right"] as const).find((side) => !areVariants(objects[side]));
    if (one !== undefined && !areVariants(objects[one === "left" ? "right" : "left"])) {
      const described = onBoth(objects, ([object], side) =>
        object === undefined ? [] : describeObject(this.documents[side], object, at[side]),
      );
      this.compare(described, at, place);
    } else this.#compareVariants(objects, one, at, place);
  }

  /**
   * Compares objects variant by variant. The discriminator is not compared: its values name the variants.
   * @param one - the side that has a single object and no variants; it is compared with each variant
   */
  #compareVariants(
    objects: Both<readonly Alternative[]>,
    one: "left" | "right" | undefined,
    at: Both<string>,
    place: string,
  ): void {
    const { documents } = this;
    const [left, right] = pairVariants(documents.left, documents.right, objects.left, objects.right);
    const variants = { left, right };
    const told = [left.told, right.told].filter((name) => name !== undefined);
    const described = onBoth(variants, (some, side) => {
      const by = some.told === undefined ? [] : [leaf("variant", at[side], `told apart by ${some.told}`)];
      if (one === side || (one !== undefined && told.length === 0)) return by;
      return [...by, ...describeVariants(documents[side], objects[side], some, at[side], told)];
    });
    this.compare(described, at, place);
    if (one === undefined) return;
    const [object] = objects[one];
    // An object without described properties is not compared property by property.
    if (object === undefined || documents[one].facts(object).properties.size === 0) return;
    const many = one === "left" ? "right" : "left";
    const { named, rest } = variants[many];
    // A single object may have the properties of any variant.
    const others = new Set(describeProperties(documents[one], object, at[one], told));
    const all = [...others];
    for (const [name, variant] of [...named, ...(rest === undefined ? [] : [["others", rest] as const])]) {
      const pointer = variant.variant ?? at[many];
      const properties = describeProperties(documents[many], variant, pointer, told);
      const own = all.filter(({ key }) => properties.some((property) => property.key === key));
      for (const property of own) others.delete(property);
      const pair = { left: own, right: own, [many]: properties };
      this.compare(pair, { ...at, [many]: pointer }, stepInto(place, `<${name}>`));
    }
    this.compare({ left: [...others], right: [...others], [many]: [] }, at, place);
  }
}

/** Appends a step to a path. A step after the operation and its part is separated by a space instead of a dot. */
function stepInto(place: string, step: string): string {
  if (!/^[.[<]/.test(step)) return `${place} ${step}`.trim();
  return place.endsWith(" ") ? place + step.replace(/^\./, "") : place + step;
}
