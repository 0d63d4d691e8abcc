/** Keywords whose lists have no order. */
const SETS = new Set(["enum", "required", "type"]);

/** Whether two JSON values are equivalent: the order of members and of sets makes no difference. */
export function sameJson(one: unknown, other: unknown): boolean {
  return canonicalText(one) === canonicalText(other);
}

/** Returns the same text for equivalent values. */
function canonicalText(value: unknown): string {
  return (
    JSON.stringify(value, (key, part: unknown) => {
      if (Array.isArray(part) && SETS.has(key)) return [...part].map((item) => JSON.stringify(item)).sort();
      if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
      const members = Object.entries(part).sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
      return Object.fromEntries(
        members.map(([name, member]) => [
          name,
          Array.isArray(member) && name === "required" && member.length === 0 ? undefined : member,
        ]),
      );
    }) ?? ""
  );
}
