import type { JsonObject } from "@np6/openapi-document";
import type { JSX } from "preact";
import { textOf } from "../read/text-of.ts";
import { Line } from "./text.tsx";

/** Where a fact comes from: its grade (`x-source`), and below it the note, if there is one. */
export function Source({ of }: { readonly of: JsonObject }): JSX.Element | null {
  const grade = textOf(of["x-source"]);
  return grade === "" ? null : <span class={`source source-${grade}`}>{grade}</span>;
}

/** The sentence that says more about where a fact comes from (`x-source-note`). */
export function SourceNote({ of }: { readonly of: JsonObject }): JSX.Element | null {
  const note = textOf(of["x-source-note"]);
  if (note === "") return null;
  return (
    <p class="note">
      <span class="note-label">Source: </span>
      <Line markdown={note} />
    </p>
  );
}
