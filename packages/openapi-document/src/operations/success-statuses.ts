/**
 * Selects the statuses of success responses: every declared 2xx, or else `default`. Beside a declared 2xx, `default`
 * describes errors.
 */
export function successStatuses(statuses: readonly string[]): string[] {
  const declared = statuses.filter((status) => status.startsWith("2"));
  return declared.length > 0 ? declared : statuses.filter((status) => status === "default");
}
