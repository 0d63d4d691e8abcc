import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { hostname } from "node:os";

type Place = Readonly<Record<"machine" | "boot" | "file", string>>;

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
}

/**
 * Says where a journal is used: the machine, its boot, and the file itself. A copy of the file, a snapshot of the machine that
 * is started later, and another machine have another one. Where the system does not tell its boot (only Linux does, by
 * `/proc`), that part is empty. The journal's file is only looked at, never opened: closing it would drop SQLite's locks.
 */
export function machineBinding(file: string): string {
  const { dev, ino } = statSync(file);
  const machine = createHash("sha256")
    .update(`${textOf("/etc/machine-id")}\n${hostname()}`)
    .digest("hex")
    .slice(0, 16);
  return JSON.stringify({ machine, boot: textOf("/proc/sys/kernel/random/boot_id"), file: `${dev}:${ino}` });
}

/** What differs between two bindings, in words; undefined when nothing does. */
export function differentBinding(before: string, now: string): string | undefined {
  const [old, current]: readonly [Place, Place] = [JSON.parse(before), JSON.parse(now)];
  if (old.machine !== current.machine) return "it was last used on another machine";
  if (old.boot !== current.boot) return "the machine was started again since it was last used";
  if (old.file !== current.file) return "it is a copy of the file that was planned";
  return undefined;
}
