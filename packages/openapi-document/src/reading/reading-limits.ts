/** How much of a document is read before it is refused. */
export interface ReadingLimits {
  /** Bytes of a file. */
  readonly maxBytes: number;
  /** Levels of objects and lists in each other. */
  readonly maxDepth: number;
  /** Values of a file, YAML aliases written out: objects, lists, texts, numbers. */
  readonly maxValues: number;
}

/** Measured: the largest public documents that code is generated from have 33 MB, 1.3 million values and 40 levels. */
export const defaultLimits: ReadingLimits = { maxBytes: 32 * 2 ** 20, maxDepth: 500, maxValues: 3_000_000 };
