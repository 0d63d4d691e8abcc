/** Whether a JSON value contains at most this many values, at any depth, including itself. It visits no more. */
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
      // A list of a million elements is too large before its elements are visited.
      if (seen + pending.length > most) return false;
    }
  }
  return true;
}
