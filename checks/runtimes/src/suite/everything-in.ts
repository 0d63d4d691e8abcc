/**
 * All text that a value holds. It has own properties of every kind, enumerable or not, at any depth, and what getters,
 * `String` and `JSON.stringify` make of it.
 */
export function everythingIn(value: unknown): string {
  const texts: string[] = [];
  const seen = new Set<object>();
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) {
      texts.push(String(part));
      return;
    }
    if (seen.has(part)) return;
    seen.add(part);
    texts.push(String(part), JSON.stringify(part) ?? "");
    // Up to the language's own prototypes, because `name` and the like are getters of the classes.
    for (let owner: object | null = part; owner !== null; owner = Object.getPrototypeOf(owner)) {
      if (owner === Object.prototype || owner === Array.prototype) break;
      for (const name of Reflect.ownKeys(owner)) {
        texts.push(String(name));
        visit(Reflect.get(owner, name, part));
      }
    }
  };
  visit(value);
  return texts.join("\n");
}
