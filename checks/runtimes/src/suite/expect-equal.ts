/**
 * Compares two values as JSON.
 * @throws Error with the name, the expected and the actual value
 */
export function expectEqual(what: string, actual: unknown, expected: unknown): void {
  const [received, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (received !== wanted) throw new Error(`${what}: expected ${wanted}, received ${received}`);
}
