/**
 * Writes a JSON value as a TypeScript literal over lines, as its keys are usually written.
 * @param indent how many spaces the line that it begins on is indented by
 */
export function writeLiteral(value: unknown, indent: number): string {
  return JSON.stringify(value, null, 2)
    .replace(/^( *)"([A-Za-z_$][\w$]*)":/gm, "$1$2:")
    .replaceAll("\n", `\n${" ".repeat(indent)}`);
}

/** The same on one line, for what is short. */
export function writeInlineLiteral(value: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(value).map(
    ([key, member]) =>
      `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)}: ${JSON.stringify(member)}`,
  );
  return `{ ${members.join(", ")} }`;
}
