const replacement = "[redacted]";

/** Removes the key from a text, as it is and as JSON or a URL would spell it. */
export function redactText(text: string, key: string): string {
  if (key === "") return text;
  let redacted = text;
  for (const spelling of new Set([key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key)])) {
    redacted = redacted.replaceAll(spelling, replacement);
  }
  return redacted;
}

/** How deep a JSON value is searched. What lies deeper is replaced: a hostile nesting must not exhaust the stack. */
const maximumDepth = 200;

/** A copy of a JSON value with the key removed from every string and every property name. */
export function redactValue(value: unknown, key: string, depth = 0): unknown {
  if (typeof value === "string") return redactText(value, key);
  if (typeof value !== "object" || value === null) return value;
  if (depth === maximumDepth) return replacement;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, key, depth + 1));
  const entries = Object.entries(value).map(([name, child]) => [
    redactText(name, key),
    redactValue(child, key, depth + 1),
  ]);
  // Defines properties instead of setting them, so that a name like `__proto__` stays a name.
  return Object.fromEntries(entries);
}
