import type { JsonObject } from "@np6/openapi-document";
import { anchor, linkTo } from "../markdown/anchor.ts";
import { blocks } from "../markdown/block.ts";
import { example } from "../markdown/example.ts";
import { table } from "../markdown/inline.ts";
import { source, sourceNote } from "../markdown/source.ts";
import type { FailureRow } from "../read/read-failures.ts";
import type { SharedRefusal } from "../read/shared-refusals.ts";
import { statusTitle } from "../read/status-title.ts";
import { textOf } from "../read/text-of.ts";
import { body } from "../schema/body.ts";
import { responseHeaders } from "../schema/response-headers.ts";
import { failureName, outcome } from "./reaction.ts";

const others = "POST, PATCH";
const idempotent = "GET, PUT, DELETE";

const introduction = `Every failure of the client is one of a few classes. It says what happened (\`kind\`), and whether a call that is not harmless to
repeat may have run (\`outcomeUnknown\`). If it may, look in NP6 before you send it again. This table was not written: the
client was made to fail when this page was built.`;

/** Writes the page with the client's failures for all causes, and the shared error responses, each once. */
export function failuresPage(
  document: JsonObject,
  failures: readonly FailureRow[],
  refusals: readonly SharedRefusal[],
): string {
  return blocks(
    "# Failures of every call",
    introduction,
    failureTable(failures),
    "## Refusals",
    ...refusals.map((one) => refusal(document, one)),
  );
}

function failureTable(failures: readonly FailureRow[]): string {
  const withIdempotent = failures.some(({ whenIdempotent }) => whenIdempotent !== undefined);
  const withOthers = failures.some(({ otherwise }) => otherwise !== undefined);
  const rows = failures.map(({ title, refusal: name, whenIdempotent, otherwise }) => {
    const failure = otherwise ?? whenIdempotent;
    return [
      name === undefined ? title : `[${title}](${linkTo("refusal", name)})`,
      failure ? failureName(failure) : "",
      ...(withOthers ? [otherwise ? outcome(otherwise) : ""] : []),
      ...(withIdempotent ? [whenIdempotent ? outcome(whenIdempotent) : ""] : []),
    ];
  });
  return table(
    [
      "What happened",
      "The client's failure",
      ...(withOthers ? [others] : []),
      ...(withIdempotent ? [idempotent] : []),
    ],
    rows,
  );
}

function refusal(document: JsonObject, { name, statuses, response, media }: SharedRefusal): string {
  const mayBeEmpty = response["x-body-may-be-empty"] === true;
  return blocks(
    `### ${statuses.map(statusTitle).join(", ")} {#${anchor("refusal", name)}}`,
    source(response),
    textOf(response.description),
    sourceNote(response),
    media.length === 0 ? "Without a body." : "",
    media.length > 0 && mayBeEmpty ? "Often without a body. With one:" : "",
    ...media.map((one) => blocks(body(document, one, false), ...one.examples.map((given) => example(given)))),
    responseHeaders(document, response),
  );
}
