/** Whether a JSON value has at most this many values in it, at any depth, itself included. Looks at no more than that. */
export function hasAtMost(value: unknown, most: number): boolean {
  const pending: unknown[] = [value];
  let seen = 0;
  while (pending.length > 0) {
    seen += 1;
    if (seen > most) return false;
    const next = pending.pop();
    if (typeof next !== "object" || next === null) continue;
    for (const child of Object.values(next)) {
      pending.push(child);
      // A list of a million elements is too many before they are looked at.
      if (seen + pending.length > most) return false;
    }
  }
  return true;
}
