import type { JSX } from "preact";

interface FlagProps {
  readonly name: "required" | "deprecated";
  /** Whether the document says so; only `true` counts. */
  readonly when: unknown;
  /** The date on which something deprecated goes, if the document has one. */
  readonly until?: unknown;
}

/** A word that a fact is marked with, after a space. */
export function Flag({ name, when, until }: FlagProps): JSX.Element | null {
  if (when !== true) return null;
  return (
    <>
      {" "}
      <span class="flag">{typeof until === "string" ? `${name}, goes on ${until}` : name}</span>
    </>
  );
}
