const prototypeName = "__proto__";

/** Matches `__proto__`, also with escaped letters. It may match other names. */
const suspicious = /__proto__|\\u00(?:5f|6f|7[024])/i;

/**
 * Parses a JSON text and drops members named `__proto__` at any depth. As own properties they are harmless. But copying
 * the object with `Object.assign` or by assignment turns them into a prototype.
 * @throws SyntaxError when the text is not JSON
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  // Almost no response contains the name, and `includes` is cheap.
  const maySpell = text.includes(prototypeName) || (text.includes("\\u00") && suspicious.test(text));
  if (maySpell) dropPrototypes(value);
  return value;
}

/** Iterates with its own stack: recursion over hostile nesting would exhaust the call stack. */
function dropPrototypes(value: unknown): void {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    // Not `in`: it is true for every object.
    if (Object.hasOwn(next, prototypeName)) Reflect.deleteProperty(next, prototypeName);
    for (const child of Object.values(next)) open.push(child);
  }
}
