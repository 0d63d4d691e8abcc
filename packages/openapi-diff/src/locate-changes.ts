import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pointerTokens, referenceTarget, type SourceLocation } from "@np6/openapi-document";
import type { LoadedDocument } from "@np6/openapi-document/reading";
import { isNode, LineCounter, parseDocument } from "yaml";
import type { SpecDiff } from "./changes/spec-change.ts";

/** Bytes of a file whose lines are counted. A larger one is read by machines, and takes as long as all the rest. */
const MOST_BYTES = 2 * 2 ** 20;

/**
 * Adds to each change the file and line that it is written at. That is in the new document, or in the old one for what
 * is gone.
 */
export function locateChanges(diff: SpecDiff, base: LoadedDocument, head: LoadedDocument): SpecDiff {
  const lines = new LineFinder();
  const changes = diff.changes.map((change) => {
    const isThere = referenceTarget(head.document, change.pointer) !== undefined;
    const isGone = !isThere && referenceTarget(base.document, change.pointer) !== undefined;
    return { ...change, location: lines.locate((isGone ? base : head).locate(change.pointer)) };
  });
  return { ...diff, changes };
}

/** Counts lines in files, each of which is parsed once. */
class LineFinder {
  readonly #files = new Map<string, ((pointer: string) => number | undefined) | undefined>();

  locate(location: SourceLocation): SourceLocation {
    const { file, pointer } = location;
    if (file === undefined || pointer === undefined) return location;
    if (!this.#files.has(file)) this.#files.set(file, linesOf(file));
    const line = this.#files.get(file)?.(pointer);
    return line === undefined ? location : { ...location, line };
  }
}

/** @returns `undefined` for what is no file here, such as a document from a URL, and for a large one */
function linesOf(file: string): ((pointer: string) => number | undefined) | undefined {
  let text: string;
  try {
    text = readFileSync(resolve(file), "utf8");
  } catch {
    return undefined;
  }
  if (text.length > MOST_BYTES) return undefined;
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, logLevel: "silent" });
  return (pointer) => {
    // What a change would be in is where it is not.
    for (let tokens = pointerTokens(pointer); ; tokens = tokens.slice(0, -1)) {
      const path = tokens.map((token) =>
        /^\d+$/.test(token) && !document.hasIn(tokens) ? Number(token) : token,
      );
      const node = document.getIn(path, true);
      if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
      if (tokens.length === 0) return undefined;
    }
  };
}
