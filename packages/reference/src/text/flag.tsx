import type { JSX } from "preact";

interface FlagProps {
  readonly name: "required" | "deprecated";
  /** Whether the document says so; only `true` counts. */
  readonly when: unknown;
}

/** A word that a fact is marked with, after a space. */
export function Flag({ name, when }: FlagProps): JSX.Element | null {
  if (when !== true) return null;
  return (
    <>
      {" "}
      <span class="flag">{name}</span>
    </>
  );
}
