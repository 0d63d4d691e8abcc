import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { hostname } from "node:os";

type Binding = Readonly<Record<"machine" | "boot" | "file", string>>;

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}

/**
 * Identifies where a journal is used: the machine, its boot, and the file. It differs for a copy of the file, for
 * another machine, and after a snapshot of the machine is started. The boot is empty except on Linux, which reports it
 * in `/proc`. The journal's file is never opened here: closing it would drop SQLite's locks.
 */
export function machineBinding(file: string): string {
  const { dev, ino } = statSync(file);
  const machine = createHash("sha256")
    .update(`${textOf("/etc/machine-id")}\n${hostname()}`)
    .digest("hex")
    .slice(0, 16);
  return JSON.stringify({ machine, boot: textOf("/proc/sys/kernel/random/boot_id"), file: `${dev}:${ino}` });
}

/** Describes the difference of two bindings; undefined when they are equal. */
export function differentBinding(before: string, now: string): string | undefined {
  const [old, current]: readonly [Binding, Binding] = [JSON.parse(before), JSON.parse(now)];
  if (old.machine !== current.machine) return "it was last used on another machine";
  if (old.boot !== current.boot) return "the machine was started again since it was last used";
  if (old.file !== current.file) return "it is a copy of the file that was planned";
  return undefined;
}
