/** Members that reveal a promise, a stream or a collection. */
interface Traits {
  readonly then?: unknown;
  readonly pipe?: unknown;
  readonly [Symbol.iterator]?: unknown;
  readonly [Symbol.asyncIterator]?: unknown;
}

/** Names of built-in classes with data outside their members; the names are the same in every realm. */
const opaque = /^(?:Error|RegExp|Promise|Weak.*|.*Array.*|DataView|Blob|File|Request|Response|.*Stream)$/;

/**
 * Finds out why JSON would silently drop or change an object.
 * @param object - not a primitive; the result of its `toJSON`, when it has one
 * @returns the message after the field's name, or undefined when the object's own members contain all its data
 */
export function findObjectProblem(object: object): string | undefined {
  if (Array.isArray(object)) return findListProblem(object);
  const kind = kindOf(object);
  if (kind === "Number") return findNumberProblem(Number(object));
  if (kind === "String" || kind === "Boolean") return undefined;
  if (typeof (object as Traits).then === "function") return "is a promise; `await` it";
  const plain = isPlain(object);
  if (!plain && (opaque.test(kind) || hasHiddenContent(object))) {
    return `is of the class ${nameOf(object)}, and its content is not in its members`;
  }
  if (enumerableSymbol(object) !== undefined) return "has a member that is named by a symbol";
  if (plain || Object.keys(object).length > 0) return undefined;
  return `is of the class ${nameOf(object)}, and has no members of its own`;
}

/** Whether a value is refused before its `toJSON` is called: errors and bytes are not data, even with a `toJSON`. */
export function isNoData(value: object): boolean {
  return ArrayBuffer.isView(value) || value instanceof Error || kindOf(value) === "Error";
}

/** Returns the name of a built-in class, which is the same in every realm. */
function kindOf(object: object): string {
  return Object.prototype.toString.call(object).slice(8, -1);
}

/** Whether the object is a collection or a stream. */
function hasHiddenContent({
  pipe,
  [Symbol.iterator]: items,
  [Symbol.asyncIterator]: asyncItems,
}: Traits): boolean {
  return typeof pipe === "function" || items !== undefined || asyncItems !== undefined;
}

/** Finds out why JSON would write another value than this number. */
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

/** Whether the object is plain, in any realm: only `Object.prototype` has this method as an own member. */
function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || Object.hasOwn(prototype as object, "isPrototypeOf");
}

/** Returns the class name for a message. */
export function nameOf(object: object): string {
  const name: unknown = object.constructor?.name;
  return typeof name === "string" && name !== "" ? name : kindOf(object);
}
