import type { ChildProcess } from "node:child_process";

const children = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/** Whatever ends this script, it must not leave this one behind. */
export function killAtExit(child: ChildProcess): void {
  children.add(child);
  child.once("exit", () => children.delete(child));
}
