/** The runtimes, in the order of the table. */
export const runtimeNames = [
  "Node 20",
  "Node 22",
  "Node 24",
  "Node 26",
  "Bun",
  "Deno",
  "workerd",
  "Chromium",
] as const;

/** A column of the table. */
export type RuntimeName = (typeof runtimeNames)[number];
