/** Prints a line of the tour. */
export function narrate(line: string): void {
  process.stdout.write(`${line}\n`);
}
