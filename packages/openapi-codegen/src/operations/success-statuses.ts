/**
 * The statuses of the answers that are successes: every declared 2xx. Beside one, `default` stands for the refusals; alone, it
 * stands for everything.
 */
export function successStatuses(statuses: readonly string[]): string[] {
  const declared = statuses.filter((status) => status.startsWith("2"));
  return declared.length > 0 ? declared : statuses.filter((status) => status === "default");
}
