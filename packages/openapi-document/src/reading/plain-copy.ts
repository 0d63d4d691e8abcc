/** Copies a JSON value. An object that several YAML aliases share is copied for each, so the copy is a tree. */
export function plainCopy(node: unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map(plainCopy);
  // fromEntries defines members instead of assigning them, so `__proto__` becomes an ordinary member.
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plainCopy(value)]));
}
