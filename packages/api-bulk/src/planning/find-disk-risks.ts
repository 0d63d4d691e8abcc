import { existsSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";

/** Linux' numbers of file systems (linux/magic.h), by their risk for a journal. */
const risky: readonly (readonly [risk: string, numbers: readonly number[]])[] = [
  ["is in memory, and is lost after a reboot", [0x01021994, 0x858458f6]],
  [
    "is on a network file system, on which SQLite's locks and write-ahead log cannot be relied on",
    [0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x00c36400, 0x5346414f, 0x01021997, 0x0bd00bd0],
  ],
  ["may be on a network file system (it is mounted by FUSE)", [0x65735546]],
  ["is in a container's own layer, and is lost when the container is replaced; mount a volume", [0x794c7630]],
];

/** Result of `statfs` for a folder. */
export interface FileSystem {
  readonly type: number;
  readonly bsize: number;
  readonly bavail: number;
}

/** Describes the risks of a file system for a journal of this many bytes. */
export function risksOf({ type, bsize, bavail }: FileSystem, platform: string, bytes: number): string[] {
  // On other platforms these numbers have other meanings.
  const kind = platform === "linux" ? risky.find(([, numbers]) => numbers.includes(type >>> 0)) : undefined;
  const free = bsize * bavail;
  const megabytes = (value: number): string => `${Math.ceil(value / 1e6).toLocaleString("en-US")} MB`;
  return [
    ...(kind === undefined ? [] : [`the journal ${kind[0]}.`]),
    ...(free < 2 * bytes
      ? [`the disk has ${megabytes(free)} left, and the job may need ${megabytes(2 * bytes)}.`]
      : []),
  ];
}

/**
 * Finds risks of losing a journal: a file system in memory, on a network or in a container's own layer, or a disk that
 * is nearly full. It queries the journal's folder, and opens no file.
 *
 * @param journal its file
 * @param bytes the expected size; default: the current size
 * @returns sentences for a person; none when the system reports nothing
 */
export async function findDiskRisks(journal: string, bytes?: number): Promise<readonly string[]> {
  const size = existsSync(journal) ? statSync(journal).size : 0;
  try {
    return risksOf(await statfs(dirname(journal)), process.platform, Math.max(bytes ?? 0, size));
  } catch {
    return [];
  }
}
