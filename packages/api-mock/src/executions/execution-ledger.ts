import { canonicalJson } from "@np6/openapi-document";

/** A receiver for whom something was executed. */
export interface Execution {
  /** The part of the item that identifies the receiver, as canonical JSON: sorted members, no spaces. */
  readonly who: string;
  /** Number of executions. */
  readonly times: number;
  /** Numbers of the requests, oldest first, one per execution: 1 is the first since the start or the last `reset`. */
  readonly requests: readonly number[];
}

/** The executed receivers, with counts and requests: the truth that a sender's own record is compared with. */
export interface Executions extends Iterable<Execution> {
  /** Number of different receivers. */
  readonly size: number;
  /** Number of executions for all receivers together. */
  readonly total: number;
  /** Number of receivers with more than one execution. */
  readonly repeated: number;
  /** @param who such as `{ type: "id", value: "000A" }` @returns undefined when nothing was executed for it */
  get(who: unknown): Execution | undefined;
}

/** A writable record of executions. */
export interface ExecutionLedger extends Executions {
  readonly add: (who: string, request: number) => void;
  readonly clear: () => void;
}

const chunkBytes = 2 ** 22;

/** Number of entries in a page. Pages are allocated as a whole, so that growing copies nothing. */
const pageEntries = 2 ** 14;
const fieldsOfEntry = 6;

/** Doubles an array. Typed arrays can hold ten million entries, and a Map of strings cannot. */
function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** Computes FNV-1a; `get` compares the bytes, so equal hashes cost time but cause no errors. */
function hashOf(bytes: Buffer): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/**
 * Makes an empty ledger. An entry takes its text and about 37 bytes, outside of the heap; a repeat takes 8 bytes more.
 */
export function createExecutionLedger(): ExecutionLedger {
  let chunks: Buffer[] = [];
  let used = 0;
  let size = 0;
  let total = 0;
  let repeated = 0;
  // An entry: chunk and offset of its text, length, times, first request, latest repeat. A hash slot: entry + 1.
  let pages: Uint32Array<ArrayBuffer>[] = [];
  let slots = new Uint32Array(2048);
  // A repeat consists of its request and the previous repeat (+ 1; 0 is none).
  let repeats = new Uint32Array(2 * 64);
  let repeatCount = 0;

  const offsetOf = (entry: number): number => (entry % pageEntries) * fieldsOfEntry;
  const pageOf = (entry: number): Uint32Array<ArrayBuffer> => {
    const index = Math.floor(entry / pageEntries);
    const page = pages[index] ?? new Uint32Array(pageEntries * fieldsOfEntry);
    pages[index] = page;
    return page;
  };
  const field = (entry: number, index: number): number => pageOf(entry)[offsetOf(entry) + index] ?? 0;
  const textOf = (entry: number): Buffer => {
    const start = field(entry, 1);
    return (chunks[field(entry, 0)] ?? Buffer.alloc(0)).subarray(start, start + field(entry, 2));
  };

  function slotOf(bytes: Buffer): number {
    const mask = slots.length - 1;
    let slot = hashOf(bytes) & mask;
    for (;;) {
      const entry = slots[slot] ?? 0;
      if (entry === 0 || textOf(entry - 1).equals(bytes)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  function store(bytes: Buffer): readonly [chunk: number, offset: number] {
    if (chunks.length === 0 || used + bytes.length > (chunks.at(-1)?.length ?? 0)) {
      chunks.push(Buffer.alloc(Math.max(chunkBytes, bytes.length)));
      used = 0;
    }
    const offset = used;
    bytes.copy(chunks.at(-1) ?? bytes, offset);
    used += bytes.length;
    return [chunks.length - 1, offset];
  }

  function read(entry: number): Execution {
    const requests: number[] = [];
    for (let at = field(entry, 5); at !== 0; at = repeats[at * 2 - 1] ?? 0) {
      requests.push(repeats[at * 2 - 2] ?? 0);
    }
    return {
      who: textOf(entry).toString(),
      times: field(entry, 3),
      requests: [field(entry, 4), ...requests.reverse()],
    };
  }

  function append(bytes: Buffer, slot: number, request: number): void {
    pageOf(size).set([...store(bytes), bytes.length, 1, request, 0], offsetOf(size));
    size += 1;
    slots[slot] = size;
    if (size * 2 <= slots.length) return;
    slots = new Uint32Array(slots.length * 2);
    for (let entry = 0; entry < size; entry += 1) slots[slotOf(textOf(entry))] = entry + 1;
  }

  return {
    get size() {
      return size;
    },
    get total() {
      return total;
    },
    get repeated() {
      return repeated;
    },
    get: (who) => {
      const entry = slots[slotOf(Buffer.from(canonicalJson(who)))] ?? 0;
      return entry === 0 ? undefined : read(entry - 1);
    },
    *[Symbol.iterator]() {
      for (let entry = 0; entry < size; entry += 1) yield read(entry);
    },
    add: (who, request) => {
      const bytes = Buffer.from(who);
      const slot = slotOf(bytes);
      const entry = (slots[slot] ?? 0) - 1;
      total += 1;
      if (entry < 0) return append(bytes, slot, request);
      if (field(entry, 3) === 1) repeated += 1;
      if ((repeatCount + 1) * 2 > repeats.length) repeats = grown(repeats);
      repeats.set([request, field(entry, 5)], repeatCount * 2);
      repeatCount += 1;
      pageOf(entry).set([field(entry, 3) + 1, field(entry, 4), repeatCount], offsetOf(entry) + 3);
    },
    clear: () => {
      chunks = [];
      pages = [];
      slots = new Uint32Array(2048);
      repeats = new Uint32Array(2 * 64);
      used = size = total = repeated = repeatCount = 0;
    },
  };
}
