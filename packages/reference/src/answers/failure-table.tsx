import type { JSX } from "preact";
import type { FailureRow } from "../read/read-failures.ts";
import { anchor } from "../text/anchor.ts";
import { Line } from "../text/text.tsx";
import { FailureName, Outcome } from "./reaction.tsx";

const others = "POST, PATCH";
const idempotent = "GET, PUT, DELETE";

/** What the client makes of everything that can go wrong. */
export function FailureTable({ rows }: { readonly rows: readonly FailureRow[] }): JSX.Element {
  const withIdempotent = rows.some(({ whenIdempotent }) => whenIdempotent !== undefined);
  const withOthers = rows.some(({ otherwise }) => otherwise !== undefined);
  return (
    <table class="failures">
      <thead>
        <tr>
          <th scope="col">What happened</th>
          <th scope="col">The client's failure</th>
          {withOthers && <th scope="col">{others}</th>}
          {withIdempotent && <th scope="col">{idempotent}</th>}
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
      {withOthers && <td data-column={others}>{otherwise && <Outcome reaction={otherwise} />}</td>}
      {withIdempotent && (
        <td data-column={idempotent}>{whenIdempotent && <Outcome reaction={whenIdempotent} />}</td>
      )}
    </tr>
  );
}
