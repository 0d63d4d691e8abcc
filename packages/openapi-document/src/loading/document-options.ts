import { DocumentError } from "../pointer/document-error.ts";
import { defaultLimits, type ReadingLimits } from "./reading-limits.ts";

/** Options that limit which files a document may refer to, and its size. */
export interface DocumentOptions {
  /** Folder that no reference may leave, not even through a symbolic link. Default: the folder of the document. */
  readonly root?: string;
  /** Maximum size of a file in bytes. Default: 33,554,432. */
  readonly maxBytes?: number;
  /** Maximum nesting of objects and lists. Default: 500. */
  readonly maxDepth?: number;
  /** Maximum number of values in a file after its YAML aliases are expanded. Default: 3,000,000. */
  readonly maxValues?: number;
}

/** Returns the limits of the options, completed by the defaults. Throws if a limit is not a positive integer. */
export function limitsOf(options: DocumentOptions): ReadingLimits {
  const limits = {
    maxBytes: options.maxBytes ?? defaultLimits.maxBytes,
    maxDepth: options.maxDepth ?? defaultLimits.maxDepth,
    maxValues: options.maxValues ?? defaultLimits.maxValues,
  };
  for (const [name, limit] of Object.entries(limits)) {
    if (Number.isSafeInteger(limit) && limit > 0) continue;
    throw new DocumentError(`${name} must be a whole number above 0, and is ${limit}`);
  }
  return limits;
}
