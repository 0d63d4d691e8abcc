/** What an object shows of itself beside its members. */
interface Traits {
  readonly then?: unknown;
  readonly pipe?: unknown;
  readonly [Symbol.iterator]?: unknown;
  readonly [Symbol.asyncIterator]?: unknown;
}

/** Built-in kinds that hold what no member shows, by the name that they have in every realm. */
const opaque = /^(?:Error|RegExp|Promise|Weak.*|.*Array.*|DataView|Blob|File|Request|Response|.*Stream)$/;

/**
 * Why JSON would drop or change an object without a word.
 * @param object - no primitive; what its `toJSON` returned, when it has one
 * @returns what follows the name of the field, or undefined when all that the object holds is in its own members
 */
export function findObjectProblem(object: object): string | undefined {
  if (Array.isArray(object)) return findListProblem(object);
  const kind = kindOf(object);
  if (kind === "Number") return findNumberProblem(Number(object));
  if (kind === "String" || kind === "Boolean") return undefined;
  if (typeof (object as Traits).then === "function") return "is a promise; `await` it";
  const plain = isPlain(object);
  if (!plain && (opaque.test(kind) || holdsMore(object))) {
    return `is of the class ${nameOf(object)}, and what it holds is not in its members`;
  }
  if (enumerableSymbol(object) !== undefined) return "has a member that is named by a symbol";
  if (plain || Object.keys(object).length > 0) return undefined;
  return `is of the class ${nameOf(object)}, and has no members of its own`;
}

/** Whether something is refused before its `toJSON` is asked: an Error and bytes are no data, also where they can write themselves. */
export function isNoData(value: object): boolean {
  return ArrayBuffer.isView(value) || value instanceof Error || kindOf(value) === "Error";
}

/** The name of a built-in kind, which is the same in every realm. */
function kindOf(object: object): string {
  return Object.prototype.toString.call(object).slice(8, -1);
}

/** A list of its own kind, a stream. */
function holdsMore({ pipe, [Symbol.iterator]: items, [Symbol.asyncIterator]: asyncItems }: Traits): boolean {
  return typeof pipe === "function" || items !== undefined || asyncItems !== undefined;
}

/** Why JSON would write another number, or none. */
export function findNumberProblem(value: number): string | undefined {
  return Number.isFinite(value) ? undefined : `is ${value}`;
}

function findListProblem(list: readonly unknown[]): string | undefined {
  const extra = Object.keys(list).find(
    (name) => !(/^(?:0|[1-9]\d*)$/.test(name) && Number(name) < list.length),
  );
  return extra === undefined ? undefined : `is a list with the further member \`${extra}\``;
}

function enumerableSymbol(object: object): symbol | undefined {
  return Object.getOwnPropertySymbols(object).find((symbol) =>
    Object.prototype.propertyIsEnumerable.call(object, symbol),
  );
}

/** Of any realm: only `Object.prototype` has this method of its own. */
function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || Object.hasOwn(prototype as object, "isPrototypeOf");
}

/** What to call it in a message. */
export function nameOf(object: object): string {
  const name: unknown = object.constructor?.name;
  return typeof name === "string" && name !== "" ? name : kindOf(object);
}
