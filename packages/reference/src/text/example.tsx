import type { NamedExample } from "@np6/openapi-document";
import type { ComponentChildren, JSX } from "preact";
import { Code } from "./code.tsx";
import { Source, SourceNote } from "./source.tsx";
import { Text } from "./text.tsx";

/** What an example is called, and where it comes from. */
export function ExampleTitle({ example }: { readonly example: NamedExample }): JSX.Element {
  return (
    <>
      {example.summary ?? example.name ?? "an example"} <Source of={example.described} />
    </>
  );
}

/** What an example says of itself: what is invented or guessed in it. */
export function ExampleNotes({ example }: { readonly example: NamedExample }): JSX.Element {
  return (
    <>
      <Text markdown={example.described.description} />
      <SourceNote of={example.described} />
    </>
  );
}

interface ExampleProps {
  readonly example: NamedExample;
  /** What stands beside its title. */
  readonly children?: ComponentChildren;
}

/** An example of a body, folded. */
export function Example({ example, children }: ExampleProps): JSX.Element {
  return (
    <details class="example">
      <summary>
        Example: <ExampleTitle example={example} /> {children}
      </summary>
      <ExampleNotes example={example} />
      <Code language="json" code={JSON.stringify(example.value, null, 2)} />
    </details>
  );
}
