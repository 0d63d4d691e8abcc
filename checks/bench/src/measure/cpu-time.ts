/**
 * Measures what a piece of work takes of the processors, all threads of this process together. On a machine that does other
 * things too, that says more than the clock.
 * @returns microseconds
 */
export async function cpuTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
