import type { TraceEvent } from "./read-trace.test-support.ts";

type Change = Extract<TraceEvent, { kind: "write" | "truncate" }>;

/** The two files as a power loss may leave them. */
export interface DiskImage {
  readonly db: Buffer;
  readonly wal: Buffer;
}

/** A disk that keeps what was synced, and of what was written since any part. */
export interface SimulatedDisk {
  readonly play: (event: TraceEvent) => void;
  /** How many changes no sync has covered. */
  readonly unsynced: number;
  /** What is left when of the unsynced changes only those arrived that `arrives` names, the `torn` one by half. */
  readonly afterPowerLoss: (arrives: (index: number) => boolean, torn?: number) => DiskImage;
}

/** A file after some changes; of the `torn` one only half of the bytes arrived. */
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

/** Makes one that has the database on it, whole. */
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
