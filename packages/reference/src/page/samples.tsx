import type { JSX } from "preact";
import type { ReferenceOperation } from "../read/read-reference.ts";
import type { Sample } from "../samples/sample.ts";
import type { SampleGroup } from "../samples/sample-group.ts";
import { Code } from "../text/code.tsx";
import { ExampleNotes, ExampleTitle } from "../text/example.tsx";

/** The samples of an operation: those of the first example, and behind a click those of the others. */
export function Samples({ operation }: { readonly operation: ReferenceOperation }): JSX.Element {
  const [first, ...others] = operation.sampleGroups;
  const { operationId } = operation.call;
  return (
    <div class="samples">
      {first && <Group operationId={operationId} group={first} />}
      {others.map((group) => (
        <details class="more">
          <summary>Another call: {group.body?.summary ?? group.body?.name ?? group.body?.mediaType}</summary>
          <Group operationId={operationId} group={group} />
        </details>
      ))}
    </div>
  );
}

interface GroupProps {
  readonly operationId: string;
  readonly group: SampleGroup;
}

function Group({ operationId, group }: GroupProps): JSX.Element {
  const { body, samples } = group;
  return (
    <>
      {body !== undefined && (
        <div class="body-example">
          <p>
            With this body: <ExampleTitle example={body} />
          </p>
          <ExampleNotes example={body} />
        </div>
      )}
      {samples.map((sample) => (
        <figure class="sample">
          <figcaption>{sample.title}</figcaption>
          <Code
            language={sample.kind === "curl" ? "bash" : "typescript"}
            code={sample.code}
            data={sampleData(operationId, group, sample)}
          />
        </figure>
      ))}
    </>
  );
}

/** How tests find a sample on the page, and what it calls with. */
function sampleData(
  operationId: string,
  { body }: SampleGroup,
  { kind }: Sample,
): Record<`data-${string}`, string> {
  return {
    "data-operation": operationId,
    "data-sample": kind,
    ...(body === undefined ? {} : { "data-media-type": body.mediaType }),
    ...(body?.name === undefined ? {} : { "data-example": body.name }),
  };
}
