import { asObject } from "../pointer/json-object.ts";
import { childPointer, pointerTokens } from "../pointer/json-pointer.ts";
import type { ObjectName } from "./object-rules.ts";
import type { Found, Place } from "./source-file.ts";

/** A component of another file that is not in the bundle yet. */
interface WaitingComponent {
  readonly kind: string;
  readonly name: string;
  readonly rule: ObjectName;
  readonly found: Found;
  /** Its pointer in the bundle. */
  readonly pointer: string;
}

/** Names components of other files in the bundle, by their locations: the same files give the same names. */
export class ComponentNames {
  /** Names that are in use, by kind of component. */
  readonly #taken = new Map<string, Set<string>>();
  readonly #given = new Map<string, string>();
  readonly #waiting: WaitingComponent[] = [];

  /** @param root the root file, whose components keep their names */
  constructor(root: unknown) {
    for (const [kind, named] of Object.entries(asObject(asObject(root).components))) {
      this.#taken.set(kind, new Set(Object.keys(asObject(named))));
    }
  }

  has(kind: string, name: string): boolean {
    return this.#taken.get(kind)?.has(name) === true;
  }

  /** Reserves a component name of the root file for a place. The first reservation counts. */
  claim(kind: string, name: string, place: Place): void {
    const key = keyOf(kind, place);
    if (!this.#given.has(key)) this.#given.set(key, name);
  }

  /** Returns the pointer in the bundle of a place with a reserved name. */
  claimedPointer(kind: string, place: Place): string | undefined {
    const name = this.#given.get(keyOf(kind, place));
    return name === undefined ? undefined : pointerOf(kind, name);
  }

  /**
   * Adds a value to the components, unless it was added before.
   *
   * @returns its pointer in the bundle
   */
  refer(kind: string, rule: ObjectName, found: Found): string {
    const key = keyOf(kind, found);
    const known = this.#given.get(key);
    if (known !== undefined) return pointerOf(kind, known);
    const taken = this.#taken.get(kind) ?? new Set();
    this.#taken.set(kind, taken);
    const name = firstFree(found, taken);
    taken.add(name);
    this.#given.set(key, name);
    const pointer = pointerOf(kind, name);
    this.#waiting.push({ kind, name, rule, found, pointer });
    return pointer;
  }

  /** Removes and returns the next component to write into the bundle. */
  next(): WaitingComponent | undefined {
    return this.#waiting.shift();
  }
}

function pointerOf(kind: string, name: string): string {
  return childPointer(childPointer("#/components", kind), name);
}

function keyOf(kind: string, { file, pointer }: Place): string {
  return `${kind} ${file.id}${pointer}`;
}

/** Tries the last token of the pointer, then the last two, …, then the file's name and all, then adds a number. */
function firstFree({ file, pointer }: Place, taken: ReadonlySet<string>): string {
  let name = "";
  for (const token of pointerTokens(pointer).reverse()) {
    if (token === "") continue;
    name = name === "" ? token : `${token}-${name}`;
    if (!taken.has(name)) return name;
  }
  const base = /([^/\\]*?)(?:\.[^./\\]*)?$/.exec(file.id)?.[1] ?? "";
  const full = name === "" ? base : `${base}_${name}`;
  if (!taken.has(full)) return full;
  let number = 2;
  while (taken.has(`${full}-${number}`)) number += 1;
  return `${full}-${number}`;
}
