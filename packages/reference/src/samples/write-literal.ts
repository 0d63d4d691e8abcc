/**
 * Writes a JSON value as a TypeScript literal on several lines, with unquoted keys where possible.
 * @param indent number of spaces before the line where it starts
 */
export function writeLiteral(value: unknown, indent: number): string {
  return JSON.stringify(value, null, 2)
    .replace(/^( *)"([A-Za-z_$][\w$]*)":/gm, "$1$2:")
    .replaceAll("\n", `\n${" ".repeat(indent)}`);
}

/** Writes a short JSON value on one line. */
export function writeInlineLiteral(value: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(value).map(
    ([key, member]) =>
      `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)}: ${JSON.stringify(member)}`,
  );
  return `{ ${members.join(", ")} }`;
}
