/** Copies JSON, so that an object which YAML aliases share is there once for each, as it is in JSON. */
export function plainCopy(node: unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map(plainCopy);
  // fromEntries defines members; it does not assign them, so `__proto__` is a member like any other.
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plainCopy(value)]));
}
