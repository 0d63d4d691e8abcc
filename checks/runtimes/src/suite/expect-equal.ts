/**
 * Compares two values as JSON.
 * @throws Error that says what was compared, what was expected and what came
 */
export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  const [came, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (came !== wanted) throw new Error(`${what}: expected ${wanted}, came ${came}`);
}
