import type { JSX } from "preact";

/** The header that asks the mock for an answer. */
export function Prefer({ value }: { readonly value: string }): JSX.Element {
  return (
    <code class="prefer" data-prefer={value}>
      Prefer: {value}
    </code>
  );
}
