import type { Direction } from "@np6/openapi-diff";
import ts from "typescript";
import { anyItem, anyName, type Difference, type Root, type Step } from "./difference.ts";

/** The current place of a walk through two types. */
interface Place {
  readonly root: Root;
  readonly steps: readonly Step[];
  readonly direction: Direction | undefined;
  readonly within?: ts.Type | undefined;
  readonly withinNow?: ts.Type | undefined;
  /** The types of a property including `undefined` if it is optional, as code that reads it sees them. */
  readonly whole?: readonly [old: ts.Type, now: ts.Type];
}

/** Finds the differences of two types that code may depend on, the outermost of each kind. */
export class DifferenceFinder {
  readonly #checker: ts.TypeChecker;
  readonly #visited = new Set<string>();
  readonly found: Difference[] = [];

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** Compares the types of a root in both documents. */
  compare(root: Root, old: ts.Type, now: ts.Type | undefined): void {
    const isFrame = root.operation !== undefined && old.getCallSignatures().length === 0;
    const place: Place = {
      root,
      steps: [],
      direction: root.operation === undefined ? "response" : undefined,
    };
    if (now === undefined) this.#tell(place, old, undefined);
    else if (isFrame) this.#compareObjects(place, old, now);
    else this.#compare(place, old, now);
  }

  #tell(
    { root, steps, direction, within, withinNow }: Place,
    old: ts.Type | undefined,
    now: ts.Type | undefined,
  ): void {
    this.found.push({ root, steps, direction, within, withinNow, old, now });
  }

  #compare(place: Place, old: ts.Type, now: ts.Type): void {
    const key = `${place.direction} ${idOf(old)} ${idOf(now)}`;
    if (this.#visited.has(`${place.root.code} ${key}`)) return;
    this.#visited.add(`${place.root.code} ${key}`);
    const [from, to] = place.direction === "request" ? [old, now] : [now, old];
    const isUsable = this.#checker.isTypeAssignableTo(from, to);
    const isNamed = this.#checker.isTypeAssignableTo(to, from);
    const [before, after] = [armsOf(old), armsOf(now)];
    const [onlyOld, onlyNow] = [before.objects[0], after.objects[0]];
    const isOneObject = before.objects.length === 1 && after.objects.length === 1;
    const same = before.others === after.others;
    if (!isUsable || !isNamed) {
      // Deeper differences are reported there, and only there.
      const isTold = isOneObject && same && this.#hasMembers(onlyOld, onlyNow);
      if (!isTold) this.#tell(place, ...(place.whole ?? ([old, now] as const)));
    }
    if (isOneObject && onlyOld !== undefined && onlyNow !== undefined) {
      this.#compareObjects(place, onlyOld, onlyNow);
      return;
    }
    for (const [one, other] of this.#pairs(before.objects, after.objects))
      this.#compareObjects(place, one, other);
  }

  #hasMembers(old: ts.Type | undefined, now: ts.Type | undefined): boolean {
    return old !== undefined && now !== undefined && !this.#isOpen(old) && !this.#isOpen(now);
  }

  /** Whether an object type describes no content. */
  #isOpen(type: ts.Type): boolean {
    return (
      type.getProperties().length === 0 && this.#itemOf(type) === undefined && indexOf(type) === undefined
    );
  }

  /** Lists the properties of a type, or the items of a tuple. */
  #membersOf(type: ts.Type): readonly ts.Symbol[] {
    // A symbol is never a name from a document.
    const all = type.getProperties().filter(({ name }) => !name.startsWith("__@"));
    return this.#checker.isTupleType(type) ? all.filter(({ name }) => /^\d+$/.test(name)) : all;
  }

  #itemOf(type: ts.Type): ts.Type | undefined {
    return this.#checker.isArrayType(type)
      ? this.#checker.getIndexTypeOfType(type, ts.IndexKind.Number)
      : undefined;
  }

  #compareObjects(place: Place, old: ts.Type, now: ts.Type): void {
    const [item, nowItem] = [this.#itemOf(old), this.#itemOf(now)];
    if (item !== undefined || nowItem !== undefined) {
      if (item !== undefined && nowItem !== undefined)
        this.#compare(inside(place, anyItem, old, now), item, nowItem);
      return;
    }
    for (const property of this.#membersOf(old)) {
      const at = inside(place, property.name, old, now);
      const before = this.#checker.getTypeOfSymbol(property);
      const other = existing(now.getProperty(property.name), this.#checker);
      if (isNothing(before) && other === undefined) continue;
      const anyOther = indexOf(now);
      if (other === undefined && anyOther === undefined) this.#tell(at, before, undefined);
      else if (other === undefined && anyOther !== undefined) this.#compare(at, before, anyOther);
      else if (other !== undefined) {
        const [was, is] = [isOptional(property), isOptional(other)];
        const after = this.#checker.getTypeOfSymbol(other);
        if (was !== is) this.#tell(at, before, after);
        this.#compare({ ...at, whole: [before, after] }, this.#bare(before), this.#bare(after));
      }
    }
    for (const property of this.#membersOf(now)) {
      if (isNothing(this.#checker.getTypeOfSymbol(property))) continue;
      if (old.getProperty(property.name) !== undefined || isOptional(property)) continue;
      this.#tell(inside(place, property.name, old, now), undefined, this.#checker.getTypeOfSymbol(property));
    }
    const [anyOld, anyNow] = [indexOf(old), indexOf(now)];
    if (anyOld !== undefined && anyNow !== undefined)
      this.#compare(inside(place, anyName, old, now), anyOld, anyNow);
  }

  /** Removes the `undefined` of optional properties. */
  #bare(type: ts.Type): ts.Type {
    if (!type.isUnion()) return type;
    const nonNull = this.#checker.getNonNullableType(type);
    const hasNull = type.types.some(({ flags }) => (flags & ts.TypeFlags.Null) !== 0);
    return hasNull ? type : nonNull;
  }

  /** Pairs variants with the same tags, or with the same index if they have no tags. */
  #pairs(old: readonly ts.Type[], now: readonly ts.Type[]): readonly (readonly [ts.Type, ts.Type])[] {
    const tagged = new Map(now.map((type, index) => [this.#tag(type) ?? `#${index}`, type]));
    return old.flatMap((type, index) => {
      const other = tagged.get(this.#tag(type) ?? `#${index}`);
      return other === undefined ? [] : [[type, other] as const];
    });
  }

  #tag(type: ts.Type): string | undefined {
    const tags = type.getProperties().flatMap((property) => {
      const value = this.#checker.getTypeOfSymbol(property);
      return value.isStringLiteral() ? [`${property.name}=${value.value}`] : [];
    });
    return tags.length === 0 ? undefined : tags.join("&");
  }
}

function inside(place: Place, step: Step, within: ts.Type, withinNow: ts.Type): Place {
  const isTop = place.steps.length === 0 && place.direction === undefined;
  const isAnswer = (step === "responses") !== (place.root.isTurned ?? false);
  const direction = !isTop ? place.direction : isAnswer ? "response" : "request";
  return { root: place.root, steps: [...place.steps, step], direction, within, withinNow };
}

/** Whether a property cannot exist: generated types declare such a property as optional and `never`. */
export function isNothing(type: ts.Type): boolean {
  const arms = type.isUnion() ? type.types : [type];
  return arms.every(({ flags }) => (flags & (ts.TypeFlags.Never | ts.TypeFlags.Undefined)) !== 0);
}

function existing(property: ts.Symbol | undefined, checker: ts.TypeChecker): ts.Symbol | undefined {
  return property === undefined || isNothing(checker.getTypeOfSymbol(property)) ? undefined : property;
}

function isOptional({ flags }: ts.Symbol): boolean {
  return (flags & ts.SymbolFlags.Optional) !== 0;
}

function indexOf(type: ts.Type): ts.Type | undefined {
  return type.getStringIndexType();
}

/** Splits a type into its object types and a key of all others. */
function armsOf(type: ts.Type): { readonly objects: readonly ts.Type[]; readonly others: string } {
  const all = type.isUnion() ? type.types : [type];
  const isObject = ({ flags }: ts.Type) => (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  const others = all
    .filter((arm) => !isObject(arm))
    .map((arm) => `${arm.flags}${String(Object(arm).value ?? "")}`);
  return { objects: all.filter(isObject), others: others.sort().join(" ") };
}

const ids = new WeakMap<ts.Type, number>();
let lastId = 0;

function idOf(type: ts.Type): number {
  const id = ids.get(type) ?? ++lastId;
  ids.set(type, id);
  return id;
}
