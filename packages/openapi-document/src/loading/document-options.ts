import { DocumentError } from "../pointer/document-error.ts";
import { defaultLimits, type ReadingLimits } from "./reading-limits.ts";

/** Which files a document may refer to, and how large it may be. */
export interface DocumentOptions {
  /** Folder that the document's references stay in, also through symbolic links. Default: the folder of the document. */
  readonly root?: string;
  /** Bytes of a file. Default: 33,554,432. */
  readonly maxBytes?: number;
  /** Levels of objects and lists in each other. Default: 500. */
  readonly maxDepth?: number;
  /** Values of a file with its YAML aliases written out. Default: 3,000,000. */
  readonly maxValues?: number;
}

/** The limits that hold, those of the options before the defaults. */
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
