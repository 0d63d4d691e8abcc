import type { JsonObject } from "@np6/openapi-document";
import type { JSX } from "preact";
import type { FailureRow } from "../read/read-failures.ts";
import type { SharedRefusal } from "../read/shared-refusals.ts";
import { statusTitle } from "../read/status-title.ts";
import { anchor } from "./anchor.ts";
import { Body } from "./body.tsx";
import { Code } from "./code.tsx";
import { FailureName, Outcome } from "./reaction.tsx";
import { Source, SourceNote } from "./source.tsx";
import { Line, Text } from "./text.tsx";

/** The refusals that operations share, each once. */
export function Refusals({
  document,
  refusals,
}: {
  readonly document: JsonObject;
  readonly refusals: readonly SharedRefusal[];
}): JSX.Element {
  return (
    <>
      {refusals.map(({ name, statuses, response, media }) => (
        <section class="refusal" id={anchor("refusal", name)}>
          <h4>
            {statuses.map(statusTitle).join(", ")} <Source of={response} />
          </h4>
          <Text markdown={response.description} />
          <SourceNote of={response} />
          {media.length === 0 && <p>Without a body.</p>}
          {response["x-body-may-be-empty"] === true && media.length > 0 && (
            <p>Often without a body. With one:</p>
          )}
          {media.map((one) => (
            <>
              <Body document={document} media={one} open={false} />
              {one.examples.map(({ name: example, summary, value }) => (
                <details class="example">
                  <summary>Example: {summary ?? example ?? "without a name"}</summary>
                  <Code language="json" code={JSON.stringify(value, null, 2)} />
                </details>
              ))}
            </>
          ))}
        </section>
      ))}
    </>
  );
}

/** What the client makes of everything else that can go wrong. */
export function FailureTable({ rows }: { readonly rows: readonly FailureRow[] }): JSX.Element {
  const withIdempotent = rows.some(({ whenIdempotent }) => whenIdempotent !== undefined);
  const withOthers = rows.some(({ otherwise }) => otherwise !== undefined);
  return (
    <table class="failures">
      <thead>
        <tr>
          <th scope="col">What happened</th>
          <th scope="col">The client's failure</th>
          {withOthers && <th scope="col">POST, PATCH</th>}
          {withIdempotent && <th scope="col">GET, PUT, DELETE</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <FailureTableRow row={row} withOthers={withOthers} withIdempotent={withIdempotent} />
        ))}
      </tbody>
    </table>
  );
}

interface FailureTableRowProps {
  readonly row: FailureRow;
  readonly withOthers: boolean;
  readonly withIdempotent: boolean;
}

function FailureTableRow({ row, withOthers, withIdempotent }: FailureTableRowProps): JSX.Element {
  const { title, refusal, whenIdempotent, otherwise } = row;
  const failure = otherwise ?? whenIdempotent;
  return (
    <tr>
      <td>
        {refusal === undefined ? (
          <Line markdown={title} />
        ) : (
          <a href={`#${anchor("refusal", refusal)}`}>{title}</a>
        )}
      </td>
      <td>{failure && <FailureName reaction={failure} />}</td>
      {withOthers && <td>{otherwise && <Outcome reaction={otherwise} />}</td>}
      {withIdempotent && <td>{whenIdempotent && <Outcome reaction={whenIdempotent} />}</td>}
    </tr>
  );
}
