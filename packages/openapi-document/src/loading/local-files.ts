import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import type { SourceFile } from "../reading/source-file.ts";
import { type ParseText, parseSource } from "./parse-source.ts";
import type { ReadingLimits } from "./reading-limits.ts";

/** Options for reading the files of a document. */
export interface LocalFilesOptions {
  /** Absolute path of the folder that no reference may leave. */
  readonly rootFolder: string;
  readonly limits: ReadingLimits;
  readonly parse: ParseText;
  /** Formats an absolute path for people. */
  readonly show: (absolutePath: string) => string;
}

/**
 * The local files of a document, each read once. Their content appears in generated code and in messages. So a
 * reference must be a relative path to a file inside the root folder, also after symbolic links are resolved.
 */
export class LocalFiles {
  readonly #files = new Map<string, SourceFile>();
  readonly #options: LocalFilesOptions;

  constructor(options: LocalFilesOptions) {
    this.#options = options;
  }

  /** Absolute paths of all files that were read. */
  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** Reads the file that the user named, in any folder. */
  openDocument(absolutePath: string): SourceFile {
    return this.#read(absolutePath, true);
  }

  /**
   * Reads the file that a `$ref` names.
   *
   * @throws Error with the reason and the way out
   */
  open(from: SourceFile, reference: string): SourceFile {
    const { rootFolder, show } = this.#options;
    const target = path.resolve(path.dirname(from.id), relativePath(reference));
    const outside = `it leads out of ${show(rootFolder)}, and a document refers to no file outside its folder; move the file, or name a folder that has all of them with --root`;
    // This check comes before the file is opened: a document must not find out whether a file outside exists.
    if (!isInside(rootFolder, target)) throw new Error(outside);
    const real = realpathSync.native(rootFolder);
    const found = this.#files.get(target);
    if (found !== undefined) return found;
    let realTarget: string;
    try {
      realTarget = realpathSync.native(target);
    } catch {
      throw new Error("there is no such file; correct the path, or add the file");
    }
    if (!isInside(real, realTarget)) throw new Error(outside);
    return this.#read(target, false);
  }

  #read(absolutePath: string, isDocument: boolean): SourceFile {
    const known = this.#files.get(absolutePath);
    if (known !== undefined) return known;
    const { limits, parse, show } = this.#options;
    const { size } = fileAt(absolutePath);
    const shown = show(absolutePath);
    if (size > limits.maxBytes) throw tooLarge(size, limits.maxBytes);
    const text = readFileSync(absolutePath, "utf8").replaceAll("\r\n", "\n");
    const isData = isDocument || /\.(?:json|ya?ml)$/i.test(absolutePath);
    const file = { id: absolutePath, shown, root: isData ? parseSource(text, shown, parse, limits) : text };
    this.#files.set(absolutePath, file);
    return file;
  }
}

/** Makes the error for a file that is larger than the limit. */
export function tooLarge(size: number, maxBytes: number): Error {
  return new Error(
    `it has ${size} bytes, and the limit is ${maxBytes}; split it, or raise the limit with --max-bytes`,
  );
}

function fileAt(absolutePath: string): { readonly size: number } {
  let found: ReturnType<typeof statSync>;
  try {
    found = statSync(absolutePath);
  } catch (cause) {
    const isMissing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    throw new Error(isMissing ? "there is no such file" : String((cause as Error).message), { cause });
  }
  if (found.isDirectory()) throw new Error("an OpenAPI document is expected here, not a folder");
  if (!found.isFile())
    throw new Error("an OpenAPI document is expected here, not a device, a pipe or a socket");
  return found;
}

/** Decodes a reference, which is a URI. Throws unless it is a relative path. */
function relativePath(reference: string): string {
  if (/^(?:https?:)?[/\\]{2}/i.test(reference)) {
    throw new Error("it is remote and is never fetched; save a copy beside the document, and refer to that");
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(reference) || /^[/\\]/.test(reference)) {
    throw new Error(
      "it is no relative path; refer to files by their path from this one, as in ./schemas.yaml",
    );
  }
  const decoded = decode(reference);
  // The decoded path is checked too: %2Fetc is as absolute as /etc.
  if (/^[/\\]|^[a-z]:|\0/i.test(decoded)) {
    throw new Error(
      "it is no relative path; refer to files by their path from this one, as in ./schemas.yaml",
    );
  }
  return decoded;
}

function decode(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== "" && !path.isAbsolute(relative) && relative.split(path.sep)[0] !== "..";
}
