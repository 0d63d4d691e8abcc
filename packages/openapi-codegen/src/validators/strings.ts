/** A set of strings: the listed ones, or all except the listed ones. */
export type Strings = { readonly only: ReadonlySet<string> } | { readonly but: ReadonlySet<string> };

/** Returns the strings that are in both sets. */
export function commonStrings(a: Strings, b: Strings): Strings {
  if ("only" in a) return { only: filter(a.only, (value) => hasString(b, value)) };
  if ("only" in b) return commonStrings(b, a);
  return { but: new Set([...a.but, ...b.but]) };
}

/** Returns the strings that are in one of the sets. */
export function eitherStrings(a: Strings, b: Strings): Strings {
  if ("but" in a) return { but: filter(a.but, (value) => !hasString(b, value)) };
  if ("but" in b) return eitherStrings(b, a);
  return { only: new Set([...a.only, ...b.only]) };
}

/** Whether a string is in a set. */
export function hasString(strings: Strings, value: string): boolean {
  return "only" in strings ? strings.only.has(value) : !strings.but.has(value);
}

function filter(values: ReadonlySet<string>, keep: (value: string) => boolean): ReadonlySet<string> {
  return new Set([...values].filter(keep));
}
