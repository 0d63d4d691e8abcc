import { readFileSync } from "node:fs";
import type { JsonObject } from "@np6/openapi-document";
import { pointerTokens, referenceTarget } from "@np6/openapi-document";
import { parse } from "yaml";
import type { Difference } from "./compare/difference.ts";
import { parseDocument } from "./source/parse-document.ts";

/** A member of a document and its new value; `undefined` removes it. */
export type Edit = readonly [pointer: string, value: unknown];

/** Reads a file in fixtures/. */
export function fixtureText(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
}

/** Reads a document of fixtures/ like the command, and changes some members. */
export function fixture(name: string, edits: readonly Edit[] = []): JsonObject {
  return parseDocument(JSON.stringify(edited(parse(fixtureText(name)), edits)), name);
}

/** Copies a document and changes some members. Their parents must exist. */
export function edited(document: unknown, edits: readonly Edit[]): unknown {
  const copy: unknown = structuredClone(document);
  for (const [pointer, value] of edits) {
    const parent = referenceTarget(copy, pointer.slice(0, pointer.lastIndexOf("/")));
    if (typeof parent !== "object" || parent === null) throw new Error(`Nothing to edit at ${pointer}.`);
    const key = pointerTokens(pointer).at(-1) ?? "";
    if (value === undefined) Reflect.deleteProperty(parent, key);
    else Reflect.set(parent, key, value);
  }
  return copy;
}

/** Formats a difference on one line, for example `vendor only: schema Workflow: name / type: string | any`. */
export function inOneLine({ relation, at, fact, vendor, curated }: Difference): string {
  return `${relation}: ${at} / ${fact}: ${vendor.text} | ${curated.text}`;
}
