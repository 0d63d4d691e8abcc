/** Finds the known name closest to a misspelt one: it differs by at most one or two letters, ignoring case. */
export function nearestName(input: string, names: readonly string[]): string | undefined {
  const most = input.length < 5 ? 1 : 2;
  const [nearest] = names
    .map((name) => ({ name, distance: distance(input.toLowerCase(), name.toLowerCase()) }))
    .filter(({ distance }) => distance <= most)
    .sort((first, second) => first.distance - second.distance);
  return nearest?.name;
}

/** Counts the letters to insert, delete, replace, or swap with their neighbour. */
function distance(first: string, second: string): number {
  const rows = [Array.from({ length: second.length + 1 }, (_, index) => index)];
  for (let line = 1; line <= first.length; line += 1) {
    const row = [line];
    for (let column = 1; column <= second.length; column += 1) {
      const at = (lines: number, columns: number) => rows[line - lines]?.[column - columns] ?? line + column;
      const isSame = first[line - 1] === second[column - 1];
      const isTurned = first[line - 1] === second[column - 2] && first[line - 2] === second[column - 1];
      const turned = line > 1 && column > 1 && isTurned ? at(2, 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(1, 1) + (isSame ? 0 : 1), at(1, 0) + 1, (row[column - 1] ?? 0) + 1, turned));
    }
    rows.push(row);
  }
  return rows[first.length]?.[second.length] ?? 0;
}
