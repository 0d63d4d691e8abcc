/** Finds the known name closest to a misspelt one: it differs by at most one or two letters, ignoring case. */
export function nearestName(input: string, known: readonly string[]): string | undefined {
  const most = input.length < 5 ? 1 : 2;
  const [nearest] = known
    .map((name) => ({ name, distance: distance(input.toLowerCase(), name.toLowerCase()) }))
    .filter(({ distance }) => distance <= most)
    .sort((first, second) => first.distance - second.distance);
  return nearest?.name;
}

/** Counts the letters to insert, delete, replace, or swap with their neighbour. */
function distance(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let line = 1; line <= one.length; line += 1) {
    const row = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const at = (lines: number, columns: number) => rows[line - lines]?.[column - columns] ?? line + column;
      const isSame = one[line - 1] === other[column - 1];
      const isTurned = one[line - 1] === other[column - 2] && one[line - 2] === other[column - 1];
      const turned = line > 1 && column > 1 && isTurned ? at(2, 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(1, 1) + (isSame ? 0 : 1), at(1, 0) + 1, (row[column - 1] ?? 0) + 1, turned));
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] ?? 0;
}
