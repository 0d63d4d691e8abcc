const prototypeName = "__proto__";

/** A name that may spell `__proto__`, also by escapes of its letters. */
const suspicious = /__proto__|\\u00(?:5f|6f|7[024])/i;

/**
 * Reads a JSON text. Members named `__proto__` are dropped, at any depth. As own properties they do no harm, until a
 * caller copies the object with `Object.assign` or by assignment, which makes a prototype of them.
 * @throws SyntaxError when it is no JSON
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // Nearly no answer has one, and `includes` costs next to nothing.
  const maySpell = text.includes(prototypeName) || (text.includes("\\u00") && suspicious.test(text));
  if (maySpell) dropPrototypes(value);
  return value;
}

/** With a list of its own: a hostile nesting must not exhaust the stack. */
function dropPrototypes(value: unknown): void {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    // Not `in`, which every object answers with yes.
    if (Object.hasOwn(next, prototypeName)) Reflect.deleteProperty(next, prototypeName);
    for (const child of Object.values(next)) open.push(child);
  }
}
