import { isJsonObject } from "../pointer/json-object.ts";
import { childPointer, pointerTokens } from "../pointer/json-pointer.ts";
import type { ObjectName } from "./object-rules.ts";
import type { Found, Place } from "./source-file.ts";

/** A component of another file, which the bundle does not have yet. */
interface WaitingComponent {
  readonly kind: string;
  readonly name: string;
  readonly rule: ObjectName;
  readonly found: Found;
  /** Where it goes. */
  readonly pointer: string;
}

/** Gives components of other files names in the bundle: after their places, so that the same files give the same names. */
export class ComponentNames {
  /** Names by kind. */
  readonly #taken = new Map<string, Set<string>>();
  readonly #given = new Map<string, string>();
  readonly #waiting: WaitingComponent[] = [];

  /** @param root the root file, whose components keep their names */
  constructor(root: unknown) {
    const components = isJsonObject(root) ? root.components : undefined;
    for (const [kind, named] of Object.entries(isJsonObject(components) ? components : {})) {
      this.#taken.set(kind, new Set(Object.keys(isJsonObject(named) ? named : {})));
    }
  }

  has(kind: string, name: string): boolean {
    return this.#taken.get(kind)?.has(name) === true;
  }

  /** A place is the component that the root file gives this name. The first one counts. */
  claim(kind: string, name: string, place: Place): void {
    const key = keyOf(kind, place);
    if (!this.#given.has(key)) this.#given.set(key, name);
  }

  /** Where the bundle has the component that a place is claimed to be. */
  claimedPointer(kind: string, place: Place): string | undefined {
    const name = this.#given.get(keyOf(kind, place));
    return name === undefined ? undefined : pointerOf(kind, name);
  }

  /**
   * Makes what was found a component, if it is none yet.
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

  /** The next component that is to be written out. */
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

/** The last word of the pointer, the last two, …, then the name of the file before them, then a number behind. */
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
