import type { TraceEvent } from "./read-trace.test-support.ts";

type Change = Extract<TraceEvent, { kind: "write" | "truncate" }>;

/** The two files as a power loss may leave them. */
export interface DiskImage {
  readonly db: Buffer;
  readonly wal: Buffer;
}

/** A simulated disk: synced changes persist, and any part of the later changes may be lost. */
export interface SimulatedDisk {
  readonly play: (event: TraceEvent) => void;
  /** Number of changes since the last sync. */
  readonly unsynced: number;
  /** Returns the files if, of the unsynced changes, only those arrived that `arrives` selects, and half of `torn`. */
  readonly afterPowerLoss: (arrives: (index: number) => boolean, torn?: number) => DiskImage;
}

/** Applies changes to a file; of `torn`, only half of the bytes. */
function changed(file: Buffer, changes: readonly Change[], torn?: Change): Buffer {
  const ends = changes.map((change) =>
    change.kind === "truncate" ? change.size : change.offset + change.bytes.length,
  );
  const grown = Buffer.alloc(Math.max(file.length, ...ends));
  file.copy(grown);
  let size = file.length;
  for (const change of changes) {
    if (change.kind === "truncate") {
      size = change.size;
      grown.fill(0, size);
    } else {
      const length = change === torn ? change.bytes.length >> 1 : change.bytes.length;
      change.bytes.copy(grown, change.offset, 0, length);
      size = Math.max(size, change.offset + length);
    }
  }
  return grown.subarray(0, size);
}

/** Makes a disk that contains the database. */
export function createSimulatedDisk(db: Buffer): SimulatedDisk {
  const durable: { db: Buffer; wal: Buffer } = { db, wal: Buffer.alloc(0) };
  let waiting: Change[] = [];
  return {
    get unsynced() {
      return waiting.length;
    },
    play: (event) => {
      if (event.kind === "write" || event.kind === "truncate") waiting.push(event);
      if (event.kind !== "sync" || event.file === "folder") return;
      const { file } = event;
      const synced = waiting.filter((change) => change.file === file);
      durable[file] = changed(durable[file], synced);
      waiting = waiting.filter((change) => change.file !== file);
    },
    afterPowerLoss: (arrives, torn) => {
      const arrived = waiting.filter((_, index) => arrives(index));
      const of = (file: "db" | "wal") =>
        changed(
          durable[file],
          arrived.filter((change) => change.file === file),
          waiting[torn ?? -1],
        );
      return { db: of("db"), wal: of("wal") };
    },
  };
}
