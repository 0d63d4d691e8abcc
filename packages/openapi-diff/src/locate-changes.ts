import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pointerTokens, referenceTarget, type SourceLocation } from "@np6/openapi-document";
import type { LoadedDocument } from "@np6/openapi-document/reading";
import { isNode, LineCounter, parseDocument } from "yaml";
import type { SpecDiff } from "./changes/spec-change.ts";

/** Maximum size in bytes of a file whose lines are counted; counting more would dominate the time. */
const MOST_BYTES = 2 * 2 ** 20;

/** Adds the file and line to each change: in the new document, or in the old one for a removed part. */
export function locateChanges(diff: SpecDiff, base: LoadedDocument, head: LoadedDocument): SpecDiff {
  const lines = new LineFinder();
  const changes = diff.changes.map((change) => {
    const isThere = referenceTarget(head.document, change.pointer) !== undefined;
    const isGone = !isThere && referenceTarget(base.document, change.pointer) !== undefined;
    return { ...change, location: lines.locate((isGone ? base : head).locate(change.pointer)) };
  });
  return { ...diff, changes };
}

/** Finds lines in files; each file is parsed once. */
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

/** @returns `undefined` for a document that is no local file, such as one from a URL, and for a large file */
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
    // A missing value is reported at the line of the nearest existing parent.
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
